import { expect, test } from '@playwright/test'
import { inEmbedded } from '../support/embedded-data'
import { answerJoining, openStatus, sendJoining } from '../support/join-walk'
import { seedHeld, openReceipt } from '../support/worker-case'
import {
	WITHOUT_SCRIPTS,
	WITH_SCRIPTS,
	WORDS,
	anyName,
	anyPhone,
	counted,
	fill,
	looks,
	ownUnion,
	where,
	worksAt,
} from '../support/union-visits'

for (const [locale, javaScriptEnabled] of [...WITH_SCRIPTS, WITHOUT_SCRIPTS[0]])
	test.describe(`joining, ${where(locale, javaScriptEnabled)}`, () => {
		test.use({ locale, javaScriptEnabled })
		test.setTimeout(120_000) // a whole journey, each page looked through
		const w = WORDS[locale]

		test('with the code of a poster: asked page by page, sent once, found again, taken back', async ({ page }) => {
			const union = await ownUnion()
			const who = { name: anyName('申'), phone: anyPhone() }
			const look = () => looks(page, { javaScriptEnabled })
			await page.goto(`/union/join/${union.code}`)
			await expect(page.getByText(fill(w.join.begin.leadOf, { union: union.name }))).toBeVisible()
			await expect(page.getByText(w.join.promise.free)).toBeVisible()
			await look()
			await page.getByRole('button', { name: w.join.begin.start }).click()
			await answerJoining(page, locale, union, who, look)
			await page.getByRole('button', { name: w.join.check.send }).click() // without a wish and a consent nothing is sent
			await expect(page.getByRole('alert')).toContainText(w.join.errors.wishMissing)
			await expect(page.getByRole('alert')).toContainText(w.join.errors.consentMissing)
			await look()
			const receipt = await sendJoining(page, locale)
			expect(receipt[0]).toMatch(/^M-/)
			await look()
			await page.goto('/union/join/check') // sent already: nothing to send twice
			await expect(page).toHaveURL(/\/receipt$/)

			await openStatus(page, locale, receipt)
			await expect(page.getByText(fill(w.join.status.says.submitted, { union: union.name }))).toBeVisible()
			await look()
			await page.getByRole('link', { name: w.join.status.withdraw }).click()
			await look()
			await page.getByRole('button', { name: w.join.withdraw.button }).click()
			await expect(page.getByText(w.join.status.justWithdrawn)).toBeVisible()
			await look()
			expect(
				await inEmbedded(
					(db) => db`select state, campaign_id is not null as came, (select count(*)::int from app.applicants p
						where p.application_id = a.id and p.name is not null) as named from app.membership_applications a where reference = ${receipt[0]}`,
				),
			).toEqual([{ state: 'withdrawn', came: true, named: 0 }])
		})
	})

for (const [locale, javaScriptEnabled] of WITHOUT_SCRIPTS)
	test.describe(`joining from a request, ${where(locale, javaScriptEnabled)}`, () => {
		test.use({ locale, javaScriptEnabled })
		test.setTimeout(120_000) // a whole journey, each page looked through
		const w = WORDS[locale]

		test('what was told is copied with a consent of its own, and neither knows of the other', async ({
			page,
			baseURL,
		}) => {
			const look = () => looks(page, { javaScriptEnabled })
			const { reference } = await seedHeld()
			await openReceipt(page, baseURL!, reference)
			await page.goto('/track')
			await page.getByRole('link', { name: w.join.copy.cardButton }).click()
			await expect(page.getByText(w.join.copy.apart)).toBeVisible()
			await look()
			await page.getByRole('button', { name: w.common.actions.continue }).click()
			await expect(page.getByRole('alert')).toContainText(w.join.errors.copyMissing)
			await page.getByLabel(w.join.copy.consent).check()
			await page.getByRole('button', { name: w.common.actions.continue }).click()
			await page.getByLabel(w.join.way.ways.residence).check()
			await page.getByRole('button', { name: w.common.actions.continue }).click()
			await expect(page).toHaveURL(/\/join\/place$/)
			await page.getByRole('button', { name: w.filing.place.keep }).click() // the place is known
			await expect(page).toHaveURL(/\/join\/union$/)
			await page.getByRole('button', { name: w.common.actions.continue }).click()
			await expect(page.locator('input[name=sector][value=delivery]')).toBeChecked()
			await page.getByRole('button', { name: w.common.actions.continue }).click()
			await expect(page.getByLabel(w.join.you.name)).toHaveValue('王小路')
			const phone = anyPhone() // else a test of another person were a double
			await page.getByLabel(w.join.you.phone).fill(phone)
			await page.getByLabel(w.join.you.birthYear).fill('1991')
			await look()
			await page.getByRole('button', { name: w.common.actions.continue }).click()
			const [application] = await sendJoining(page, locale)
			await page.getByRole('link', { name: w.join.receipt.status }).click()
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.join.status.heading)
			expect(await page.content()).not.toContain(reference)
			await page.goto('/track')
			await expect(page.getByText(reference).first()).toBeVisible()
			expect(await page.content()).not.toContain(application)
		})
	})

for (const [locale, javaScriptEnabled] of [WITH_SCRIPTS[0], WITHOUT_SCRIPTS[0]])
	// a morning meeting has phones
	test.describe(`signing people up, ${where(locale, javaScriptEnabled)}`, () => {
		test.use({ locale, javaScriptEnabled })
		test.setTimeout(120_000) // a whole journey, each page looked through
		const w = WORDS[locale]

		test('several in a row on a phone; a known number is asked about, a mistake is taken back', async ({
			page,
			baseURL,
		}) => {
			const union = await ownUnion()
			const liaison = await worksAt(page, baseURL!, union, 'liaison')
			await inEmbedded(
				(db) =>
					db`insert into app.station_liaisons (station_id, user_id) values (${union.station.id}, ${liaison.user})`,
			)
			const look = () => looks(page, { javaScriptEnabled })
			const { facts, people, known } = w.join.signup
			await page.goto('/union/station')
			await look()
			await page.getByRole('link', { name: w.stations.mine.signup }).click()
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.join.signup.title)
			await page.getByRole('button', { name: facts.go }).click()
			await expect(page.getByRole('alert')).toContainText(w.join.signup.errors.held)
			await look()
			await page.getByLabel(facts.ons.group).check()
			await page.locator('input[name=sector][value=courier]').check()
			await page.locator('input[name=workingForm][value=contract]').check()
			await page.getByLabel(facts.ways.residence).check()
			await page.getByLabel(w.join.work.station).selectOption({ label: union.station.name })
			await page.locator('select[name=area]').selectOption('330106')
			await page.getByLabel(facts.held).check()
			await page.getByRole('button', { name: facts.go }).click()
			await expect(page.getByText(people.none)).toBeVisible()
			await look()

			const rows = [1, 2, 3].map(() => ({ name: anyName('登'), phone: anyPhone() }))
			const enter = async ({ name, phone }: { name: string; phone: string }) => {
				await page.getByLabel(people.name).fill(name)
				await page.getByLabel(people.phone).fill(phone)
				await page.getByLabel(people.phone).press('Enter')
			}
			for (const [n, row] of rows.entries()) {
				await enter(row)
				await expect(page.getByText(fill(people.saved, { name: row.name }))).toBeVisible()
				await expect(page.getByText(counted(people, 'count', n + 1))).toBeVisible()
				await expect(page.getByLabel(people.name)).toHaveValue('')
			}
			await look()
			await enter({ name: anyName('再'), phone: rows[0]!.phone })
			await expect(page.getByRole('alert')).toContainText(known.waiting_here)
			await look()
			await page.getByRole('link', { name: known.next }).click()
			await expect(page.getByLabel(people.name)).toHaveValue('')
			await page.getByRole('button', { name: fill(people.undoNamed, { name: rows[2]!.name }) }).click()
			await expect(page.getByText(people.undone)).toBeVisible()
			await expect(page.getByText(rows[2]!.name)).toHaveCount(0)
			await expect(page.getByText(rows[1]!.name)).toBeVisible()
			expect(
				await inEmbedded(
					(db) => db`select count(*)::int as n from app.membership_applications
						where union_organisation_id = ${union.id} and entered_as = 'group' and state = 'submitted'`,
				),
			).toEqual([{ n: 2 }])
		})
	})
