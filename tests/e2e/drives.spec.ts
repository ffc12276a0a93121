import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { inEmbedded } from '../support/embedded-data'
import { seedMember } from '../support/seed-unions'
import {
	WITH_SCRIPTS,
	WORDS,
	anyName,
	anyPhone,
	counted,
	fill,
	looks,
	ownUnion,
	reloadUntil,
	somebodyElse,
	toPlace,
	where,
	worksAt,
	type OwnUnion,
} from '../support/union-visits'

/** Somebody reached by letter, somebody at the station, two by phone; none was asked for more than a year. */
const seedAsked = (union: OwnUnion, email: string) =>
	inEmbedded(async (db) => {
		const seed = async (begins: string, also: { email?: string; station?: string } = {}) => {
			const who = { name: anyName(begins), phone: anyPhone() }
			await seedMember(db, union.id, { ...who, ...also, confirmedDaysAgo: 400 })
			return who
		}
		const [letter, station] = [await seed('信', { email }), await seed('站', { station: union.station.id })]
		return { letter, station, phones: [await seed('电'), await seed('话')] }
	})
const statesAt = async (union: OwnUnion) =>
	(
		await inEmbedded(
			(db) =>
				db<
					{ state: string }[]
				>`select state from app.memberships where union_organisation_id = ${union.id} order by state`,
		)
	).map(({ state }) => state)

/** The link in the letter, once the worker process has sent it. */
async function linkOf(page: Page, email: string, label: string): Promise<string> {
	await page.goto('/mailbox')
	await reloadUntil(page, () => page.getByRole('listitem').filter({ hasText: email }))
	await page.getByRole('listitem').filter({ hasText: email }).getByRole('link').click()
	return (await page.getByRole('link', { name: label }).getAttribute('href'))!
}

for (const [locale, javaScriptEnabled] of WITH_SCRIPTS)
	test.describe(`a drive, ${where(locale, javaScriptEnabled)}`, () => {
		test.use({ locale, javaScriptEnabled })
		test.setTimeout(120_000) // a whole journey, each page looked through
		const { drives: w, stations, mailbox } = WORDS[locale]

		test('asked, answered by link, at the station and on the phone, and ended', async ({
			page,
			baseURL,
			browser,
			viewport,
			isMobile,
		}) => {
			const union = await ownUnion()
			await worksAt(page, baseURL!, union, 'officer')
			const email = `${randomUUID()}@people.test`
			const { letter, station, phones } = await seedAsked(union, email)
			const visit = { baseURL, locale, javaScriptEnabled, viewport, isMobile }
			const look = () => looks(page, visit)

			await page.goto('/union')
			await toPlace(page, locale, 'drives')
			await expect(page.getByText(w.list.none)).toBeVisible()
			await look()
			await page.getByRole('link', { name: w.list.new }).click()
			await page.getByRole('button', { name: w.new.preview }).click()
			await expect(page.getByRole('alert')).toContainText(w.errors.nameMissing)
			await page.getByLabel(w.new.name).fill('秋季确认')
			await page.getByRole('button', { name: w.new.preview }).click()
			await expect(page.getByText(counted(w.new, 'counted', 4), { exact: true })).toBeVisible()
			await expect(page.getByText(fill(w.new.split, { email: 1, others: 3 }))).toBeVisible()
			await look()
			expect(await statesAt(union)).toEqual(Array(4).fill('active')) // nothing was sent
			await page.getByRole('button', { name: counted(w.new, 'start', 4) }).click()
			await expect(page.getByText(counted(w.progress, 'done', 4))).toBeVisible()
			await expect(page.getByText(fill(w.progress.answeredOf, { answered: 0, asked: 4 }))).toBeVisible()
			await look()
			const drive = new URL(page.url()).pathname

			// whoever opens the letter has no account, and their browser need run no script
			const member = await somebodyElse(browser, { ...visit, javaScriptEnabled: false })
			const link = await linkOf(member, email, mailbox.open)
			await member.goto(link)
			await expect(
				member.getByText(fill(w.confirm.meant, { sign: letter.name[0]!, tail: letter.phone.slice(-4) })),
			).toBeVisible()
			expect(await member.content()).not.toContain(letter.name)
			await looks(member, { javaScriptEnabled: false })
			await member.getByRole('button', { name: w.confirm.submit }).click()
			await expect(member.getByRole('alert')).toContainText(w.errors.answerMissing)
			await looks(member, { javaScriptEnabled: false })
			await member.getByLabel(w.confirm.answers.changed).check()
			await member.getByRole('button', { name: w.confirm.submit }).click()
			await expect(member.getByRole('alert')).toContainText(w.errors.whatChanged)
			await member.locator('select[name=sector]').selectOption('courier') // its part of the page stands open now
			await member.getByRole('button', { name: w.confirm.submit }).click()
			await expect(member.getByText(w.confirm.thanks.changed)).toBeVisible()
			await looks(member, { javaScriptEnabled: false })
			await member.goto(link)
			await expect(member.getByText(w.confirm.answered)).toBeVisible()
			await member.context().close()

			const liaison = await somebodyElse(browser, visit)
			const { user } = await worksAt(liaison, baseURL!, union, 'liaison')
			await inEmbedded(
				(db) => db`insert into app.station_liaisons (station_id, user_id) values (${union.station.id}, ${user})`,
			)
			await liaison.goto('/union/station')
			await liaison.getByText(stations.mine.views.unanswered).click()
			await looks(liaison, visit)
			await liaison.getByRole('link', { name: fill(stations.mine.recordFor, { name: station.name }) }).click()
			await looks(liaison, visit)
			await liaison.getByRole('button', { name: stations.ask.submit }).click()
			await expect(liaison.getByRole('alert')).toContainText(w.errors.answerMissing)
			await liaison.getByLabel(stations.ask.answers.still).check()
			await liaison.getByRole('button', { name: stations.ask.submit }).click()
			await expect(
				liaison.getByText(fill(stations.ask.done, { name: station.name, answer: stations.ask.answers.still })),
			).toBeVisible()
			await looks(liaison, visit)
			await liaison.getByRole('link', { name: stations.ask.look }).click()
			await expect(liaison.getByText(stations.ask.byYou, { exact: true })).toBeVisible()
			await looks(liaison, visit)
			await liaison.context().close()

			await page.goto(`${drive}?view=phone`)
			await expect(page.getByText(fill(w.progress.answeredOf, { answered: 2, asked: 4 }))).toBeVisible()
			await page.getByRole('link', { name: fill(w.lists.recordFor, { name: phones[0]!.name }) }).click()
			await page.getByLabel(w.ask.answers.left).check()
			await look()
			await page.getByRole('button', { name: w.ask.submit }).click()
			await expect(page.getByText(w.ask.recorded)).toBeVisible()
			await expect(page.getByText(fill(w.progress.answeredOf, { answered: 3, asked: 4 }))).toBeVisible()

			await page.getByRole('link', { name: w.close.link }).click()
			await look()
			await page.getByRole('button', { name: counted(w.close, 'submit', 1) }).click()
			await expect(page.getByText(w.close.done)).toBeVisible()
			await reloadUntil(page, () => page.getByText(w.states.closed, { exact: true }).first()) // the last one lapses in a job
			await look()
			expect(await statesAt(union)).toEqual(['active', 'active', 'lapsed', 'left'])
		})
	})
