import { expect, test } from '@playwright/test'
import { inEmbedded } from '../support/embedded-data'
import { answerJoining, openStatus, sendJoining } from '../support/join-walk'
import { seedApplication } from '../support/seed-unions'
import {
	WITH_SCRIPTS,
	WORDS,
	anyName,
	anyPhone,
	counted,
	fill,
	looks,
	ownUnion,
	somebodyElse,
	toPlace,
	where,
	worksAt,
} from '../support/union-visits'

for (const [locale, javaScriptEnabled] of WITH_SCRIPTS)
	test.describe(`review, ${where(locale, javaScriptEnabled)}`, () => {
		test.use({ locale, javaScriptEnabled })
		test.setTimeout(120_000) // a whole journey, each page looked through
		const w = WORDS[locale]
		const { review } = w.join

		test('sent back with a reason, corrected by the applicant, approved', async ({
			page,
			baseURL,
			browser,
			viewport,
			isMobile,
		}) => {
			const union = await ownUnion()
			await worksAt(page, baseURL!, union, 'officer')
			const visit = { baseURL, locale, javaScriptEnabled, viewport, isMobile }
			const applicant = await somebodyElse(browser, visit)
			const who = { name: anyName('申'), phone: anyPhone() }
			await applicant.goto(`/union/join/${union.code}`)
			await applicant.getByRole('button', { name: w.join.begin.start }).click()
			await answerJoining(applicant, locale, union, who, async () => {})
			const receipt = await sendJoining(applicant, locale)

			await page.goto('/union')
			await toPlace(page, locale, 'applications')
			await looks(page, visit)
			await page.getByRole('link', { name: fill(review.row.openNamed, who) }).click()
			await expect(page.getByText(receipt[0])).toBeVisible()
			await looks(page, visit)
			await page.getByRole('link', { name: review.actions.returned }).click()
			await page.getByRole('button', { name: review.decide.returned }).click()
			await expect(page.getByRole('alert')).toContainText(review.errors.reason)
			await looks(page, visit)
			await page.locator('input[name=reason][value=name_unclear]').check()
			await page.locator('textarea').fill('请写全名。')
			await page.getByRole('button', { name: review.decide.returned }).click()
			await expect(page.getByText(review.done.returned)).toBeVisible()

			await openStatus(applicant, locale, receipt)
			await expect(applicant.getByText('请写全名。')).toBeVisible()
			await looks(applicant, visit)
			await applicant.getByRole('button', { name: w.join.status.correct }).click()
			await applicant.getByRole('link', { name: fill(w.filing.check.changeWhat, { what: w.join.you.name }) }).click()
			const corrected = anyName('正')
			await applicant.getByLabel(w.join.you.name).fill(corrected)
			await applicant.getByRole('button', { name: w.common.actions.continue }).click()
			expect((await sendJoining(applicant, locale))[0]).toBe(receipt[0]) // the same application, with its place in the queue

			await toPlace(page, locale, 'applications')
			await page.getByRole('link', { name: fill(review.row.openNamed, { name: corrected }) }).click()
			await page.getByRole('link', { name: review.actions.approve, exact: true }).click()
			await looks(page, visit)
			const approve = page.getByRole('button', { name: counted(review.approve, 'submit', 1) })
			await approve.click()
			await expect(page.getByRole('alert')).toContainText(review.errors.wishAsked)
			for (const check of ['idSeen', 'wishAsked', 'notMember']) await page.locator(`input[name=${check}]`).check()
			await approve.click()
			await expect(page.getByText(review.done.approved)).toBeVisible()
			await applicant.goto('/union/join/status')
			await expect(applicant.getByText(fill(w.join.status.says.approved, { union: union.name }))).toBeVisible()
			await looks(applicant, visit)
			await applicant.context().close()
		})

		test('three at once, after saying of all what was asked; a double is left out and looked at', async ({
			page,
			baseURL,
		}) => {
			const union = await ownUnion()
			await worksAt(page, baseURL!, union, 'officer')
			const names = [anyName('甲'), anyName('乙'), anyName('丙'), anyName('丁')]
			const phone = anyPhone()
			await inEmbedded(async (db) => {
				for (const [n, name] of names.entries())
					await seedApplication(db, union.id, { name, ...(n > 1 ? { phone } : {}) }) // the last two give one number
			})
			const look = () => looks(page, { javaScriptEnabled })
			await page.goto('/union')
			await toPlace(page, locale, 'applications')
			await page.getByRole('link', { name: review.row.tickAll }).click()
			for (const name of names) await expect(page.getByRole('checkbox', { name })).toBeChecked()
			await look()
			await page.getByRole('button', { name: review.row.approveTicked }).click()
			await expect(page.getByText(names[0]!)).toBeVisible()
			await expect(page.getByText(review.approve.leftLead)).toBeVisible()
			await look()
			for (const check of ['idSeen', 'wishAsked', 'notMember']) await page.locator(`input[name=${check}]`).check()
			await page.getByRole('button', { name: counted(review.approve, 'submit', 2) }).click()
			await expect(page.getByText(counted(review.result, 'approved', 2))).toBeVisible()
			await look()
			await toPlace(page, locale, 'members')
			for (const name of names.slice(0, 2)) await expect(page.getByRole('link', { name })).toBeVisible()
			for (const name of names.slice(2)) await expect(page.getByRole('link', { name })).toHaveCount(0)
			await look()
		})
	})
