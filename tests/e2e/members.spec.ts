import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { inEmbedded } from '../support/embedded-data'
import { seedMember } from '../support/seed-unions'
import { seedOrganisation } from '../support/seeds'
import {
	WITHOUT_SCRIPTS,
	WITH_SCRIPTS,
	WORDS,
	anyName,
	anyPhone,
	fill,
	looks,
	ownUnion,
	somebodyElse,
	toPlace,
	where,
	worksAt,
	type OwnUnion,
} from '../support/union-visits'

/** A member with an account, signed in with this page's browser. */
async function memberWithAccount(page: Page, baseURL: string, union: OwnUnion, name: string) {
	const email = `${randomUUID()}@people.test`
	const answer = await page.request.post('/signup', {
		form: { email, password: 'a-long-enough-password' },
		headers: { origin: baseURL },
		maxRedirects: 0,
	})
	expect(answer.status()).toBe(303)
	return inEmbedded(async (db) => {
		const [user] = await db<{ id: string }[]>`select id from auth.users where email = ${email}`
		return seedMember(db, union.id, { user: user!.id, name, phone: anyPhone(), station: union.station.id })
	})
}

for (const [locale, javaScriptEnabled] of WITH_SCRIPTS)
	test.describe(`members, ${where(locale, javaScriptEnabled)}`, () => {
		test.use({ locale, javaScriptEnabled })
		test.setTimeout(120_000) // a whole journey, each page looked through
		const { members: w, common } = WORDS[locale]

		test('found by a part of the name and of the number, opened, corrected, ended and taken back', async ({
			page,
			baseURL,
		}) => {
			const union = await ownUnion()
			await worksAt(page, baseURL!, union, 'officer')
			const [name, phone] = [anyName('员'), anyPhone()]
			const { number } = await inEmbedded(async (db) => {
				await seedMember(db, union.id, { name: anyName('别') })
				return seedMember(db, union.id, { name, phone, station: union.station.id })
			})
			const look = () => looks(page, { javaScriptEnabled })
			const find = async (query: string) => {
				await page.getByLabel(w.list.search).fill(query)
				await page.getByRole('button', { name: common.actions.search, exact: true }).click()
				await expect(page.getByText(fill(w.list.found, { query }))).toBeVisible()
			}
			await page.goto('/union')
			await toPlace(page, locale, 'members')
			await look()
			for (const query of [name.slice(2, 5), phone.slice(-4), phone, number]) {
				await find(query)
				await expect(page.getByRole('link', { name })).toBeVisible()
			}
			await look()
			await page.getByRole('link', { name }).click()
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
			expect(await page.content()).not.toContain(phone) // only to whoever asks, and the member is told
			await look()
			await page.getByRole('button', { name: w.contactPanel.open }).click()
			await expect(page.getByRole('link', { name: phone })).toBeVisible()
			await expect(page.getByText(w.contactPanel.logged)).toBeVisible()
			await look()

			await page.getByRole('link', { name: w.actions.work }).click()
			await page.getByLabel(w.facts.sector).selectOption('courier')
			await look()
			await page.getByRole('button', { name: w.contact.save }).click()
			await expect(page.getByText(w.done.changed)).toBeVisible()
			await page.getByRole('link', { name: w.actions.contact }).click()
			const renamed = anyName('改')
			await page.getByLabel(w.facts.name).fill('')
			await page.getByRole('button', { name: w.contact.save }).click()
			await expect(page.getByRole('alert')).toContainText(w.errors.nameMissing)
			await page.getByLabel(w.facts.name).fill(renamed)
			await look()
			await page.getByRole('button', { name: w.contact.save }).click()
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(renamed)

			await page.getByRole('link', { name: w.actions.leave }).click()
			await page.getByRole('button', { name: w.leave.submit }).click()
			await expect(page.getByRole('alert')).toContainText(w.errors.leaveReasonMissing)
			await page.getByLabel(w.leaveReasons.left_trade).check()
			await look()
			await page.getByRole('button', { name: w.leave.submit }).click()
			await expect(page.getByText(w.done.left)).toBeVisible()
			await expect(page.getByRole('link', { name: w.actions.leave })).toHaveCount(0)
			await look()
			await page.getByRole('link', { name: w.actions.rejoin }).click()
			await look()
			await page.getByRole('button', { name: w.rejoin.submit }).click()
			await expect(page.getByText(w.done.rejoined)).toBeVisible()
			await expect(page.getByText(number).first()).toBeVisible()
			expect(
				await inEmbedded(
					(db) => db`select e.kind from app.membership_events e join app.memberships m on m.id = e.membership_id
						where m.number = ${number} order by e.seq`,
				),
			).toEqual(['joined', 'changed', 'changed', 'left', 'rejoined'].map((kind) => ({ kind })))
		})
	})

for (const [locale, javaScriptEnabled] of WITHOUT_SCRIPTS)
	test.describe(`a member's own, ${where(locale, javaScriptEnabled)}`, () => {
		test.use({ locale, javaScriptEnabled })
		test.setTimeout(120_000) // a whole journey, each page looked through
		const { members, membership: w, transfers, common } = WORDS[locale]

		test('asks to move, the other union accepts, and after a change of number leaves', async ({
			page,
			baseURL,
			browser,
			viewport,
			isMobile,
		}) => {
			const union = await ownUnion()
			const [name, other] = [anyName('员'), anyName('新家工会')]
			await inEmbedded((db) => seedOrganisation(db, { kind: 'union', nameZh: other, nameEn: other }))
			const receiving = { ...union, id: await idOf(other), name: other }
			const { number } = await memberWithAccount(page, baseURL!, union, name)
			const visit = { baseURL, locale, javaScriptEnabled, viewport, isMobile }
			const look = () => looks(page, visit)

			await page.goto('/union/membership')
			await expect(page.getByText(w.own.promise)).toBeVisible()
			await expect(page.getByText(number)).toBeVisible()
			await look()
			await page.getByRole('link', { name: w.own.transfer }).click()
			await page.getByLabel(transfers.ask.find).fill(other.slice(-5))
			await page.getByRole('button', { name: common.actions.search, exact: true }).click()
			await page.getByLabel(other).check()
			await page.getByRole('button', { name: transfers.ask.submit }).click()
			await expect(page.getByRole('alert')).toContainText(transfers.errors.reasonMissing)
			await page.getByLabel(transfers.reasons.moved).check()
			await look()
			await page.getByRole('button', { name: transfers.ask.submit }).click()
			await expect(page.getByText(members.done.ownAsked)).toBeVisible()
			await expect(page.getByText(fill(transfers.ask.open, { union: other }))).toBeVisible()
			await look()

			const officer = await somebodyElse(browser, visit)
			await worksAt(officer, baseURL!, receiving, 'officer')
			await officer.goto('/union')
			await toPlace(officer, locale, 'transfers')
			await expect(officer.getByText(fill(transfers.list.from, { union: union.name }))).toBeVisible()
			expect(await officer.content()).not.toContain(name) // the name comes with the membership
			await looks(officer, visit)
			await officer.locator('main a[href*="/transfers/"]').click()
			expect(await officer.content()).not.toContain(name)
			await looks(officer, visit)
			await officer.getByRole('button', { name: transfers.decide.accept }).click()
			await expect(officer.getByText(members.done.accepted)).toBeVisible()
			await toPlace(officer, locale, 'members')
			await expect(officer.getByRole('link', { name })).toBeVisible()
			await officer.context().close()

			await page.goto('/union/membership')
			await expect(page.getByRole('heading', { name: other })).toBeVisible()
			await page.getByRole('link', { name: w.own.contact }).click()
			await look()
			const phone = anyPhone()
			await page.locator('input[name=phone]').fill(phone)
			await page.getByRole('button', { name: members.contact.save, exact: true }).click()
			await expect(page.getByText(members.done.ownChanged)).toBeVisible()
			await expect(page.getByText(phone)).toBeVisible()
			await page.getByRole('link', { name: w.own.leave }).click()
			await expect(page.getByText(w.leaving.help)).toBeVisible()
			await look()
			await page.getByRole('button', { name: w.leaving.submit }).click()
			await expect(page.getByText(members.done.ownLeft)).toBeVisible()
			await look()
		})
	})

const idOf = async (name: string) => {
	const [row] = await inEmbedded((db) => db<{ id: string }[]>`select id from app.organisations where name_zh = ${name}`)
	return row!.id
}
