import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { notificationToSend, recordSent } from '~/domain/notifications/notifications.server'
import { beginReport, listReportsToMake, readReportFacts, reportMade } from '~/domain/reports/make.server'
import {
	findReport,
	findSubscription,
	listReportPlaces,
	listReports,
	listSubscriptions,
	subscribeReports,
	unsubscribeReports,
} from '~/domain/reports/reports.server'
import { requireReader } from '~/domain/figures/reader.server'
import { become, inRollback, refusal } from '~tests/support/db'
import { comesInOrder } from '~tests/support/explained'
import { PEOPLE, type PersonKind } from '~tests/support/matrix-cells'
import { seedPublished } from '~tests/support/seed-published'
import { seedOrganisation, seedStaff } from '~tests/support/seeds'
import { seedWorld } from '~tests/support/world'

const READERS: readonly string[] = ['analyst', 'officer', 'administrator']
const months = ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01'] as const
const letters = async (db: Db) => {
	await become(db, 'owner')
	return [
		...(await db<
			{ id: string; userId: string }[]
		>`select id, user_id from app.notifications where report_id is not null order by created_at, id`),
	]
}
/** One report, made. Ends as the owner. */
async function made(
	db: Db,
	month: string,
	revision: number,
	organisationId: string | null,
	language: 'zh-CN' | 'en' = 'en',
) {
	await become(db, 'service')
	const id = await beginReport(db, { month, revision, organisationId, language })
	await reportMade(db, id!, 1234)
	await become(db, 'owner')
	return id!
}
const about = (organisationId: string | null) => (one: { organisationId: string | null }) =>
	one.organisationId === organisationId

test('missing are the three latest months, of everything and of each union’s place, in both languages', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		const elsewhere = await seedOrganisation(db, { kind: 'union' })
		await seedOrganisation(db) // an agency has none
		await db`update app.organisations set area_code = null where id = ${elsewhere}`
		for (const month of months) await seedPublished(db, month, [])
		await become(db, 'service')
		const missing = await listReportsToMake(db)
		expect([...new Set(missing.map(({ month }) => month))]).toEqual(months.slice(1))
		for (const place of [null, union])
			expect(missing.filter(about(place)).map(({ month, language }) => `${month} ${language}`)).toEqual(
				months.slice(1).flatMap((month) => [`${month} en`, `${month} zh-CN`]),
			)
		expect(missing.some(about(elsewhere))).toBe(false)
	}))

test('begun twice it is one; made, it is missing no more; told again, the new one is missing and the old one marked', () =>
	inRollback(async (db) => {
		await seedPublished(db, months[0], [])
		const wanted = { month: months[0], revision: 1, organisationId: null, language: 'en' } as const
		await become(db, 'service')
		const id = await beginReport(db, wanted)
		expect(await beginReport(db, wanted)).toBe(id) // a job that died began it
		await reportMade(db, id!, 1234)
		await reportMade(db, id!, 9999)
		expect(await beginReport(db, wanted)).toBeNull()
		const missing = async () =>
			(await listReportsToMake(db)).filter((one) => one.organisationId === null && one.language === 'en')
		expect(await missing()).toEqual([])
		await become(db, 'owner')
		expect(await db`select bytes, replaced_at from app.reports where id = ${id}`).toEqual([
			{ bytes: 1234, replacedAt: null },
		])
		for (const month of months.slice(1)) await seedPublished(db, month, []) // by now it is an old month
		await become(db, 'service')
		expect((await missing()).map(({ month }) => month)).toEqual(months.slice(1))
		await become(db, 'owner')
		await seedPublished(db, months[0], [], { revision: 2, zh: '补录', en: 'Late entries' })
		await become(db, 'service')
		expect((await missing())[0]).toMatchObject({ month: months[0], revision: 2 })
		expect(await readReportFacts(db, wanted)).toBeNull() // the first revision is told no more
		const again = await made(db, months[0], 2, null)
		expect(await db`select id, replaced_at is not null as replaced from app.reports order by revision`).toEqual([
			{ id, replaced: true },
			{ id: again, replaced: false },
		])
	}))

test('readers of figures list and find what is made; to everybody else the page is closed and a report is not there', () =>
	inRollback(async (db) => {
		const { people, ids } = await seedWorld(db) // two made, one on its way
		const [report] = await db<
			{ id: string }[]
		>`select id from app.reports where organisation_id = ${ids.union!} and made_at is not null`
		const [unmade] = await db<{ id: string }[]>`select id from app.reports where made_at is null`
		for (const kind of ['account', 'holder', 'offered', 'manager', 'liaison', 'triager', ...READERS] as PersonKind[]) {
			await become(db, people[kind])
			if (READERS.includes(kind)) {
				await requireReader(db)
				expect((await listReports(db, ids.union!, 'en', [])).reports).toMatchObject([
					{ id: report!.id, bytes: 9, revision: 1 },
				])
				expect((await listReports(db, null, 'en', [])).reports).toHaveLength(1)
				expect((await listReports(db, ids.union!, 'zh-CN', [])).reports).toEqual([])
				expect(await findReport(db, report!.id)).toMatchObject({ organisation: 'Xihu District Union', language: 'en' })
			} else {
				await expect(requireReader(db)).rejects.toMatchObject({ code: 'forbidden' })
				expect((await listReports(db, ids.union!, 'en', [])).reports).toEqual([])
				await expect(findReport(db, report!.id)).rejects.toMatchObject({ code: 'notFound' })
			}
			await expect(findReport(db, unmade!.id)).rejects.toMatchObject({ code: 'notFound' })
		}
		await become(db, people.officer)
		expect((await listReportPlaces(db, 'en'))[0]).toEqual({ id: ids.union!, name: 'Xihu District Union', mine: true })
	}))

test('a subscription is one’s own, of reports that there are, and again changes nothing', () =>
	inRollback(async (db) => {
		const { people, ids } = await seedWorld(db)
		await db`delete from app.report_subscriptions`
		const before = async () => {
			await become(db, 'owner')
			return [...(await db`select user_id, organisation_id, language from app.report_subscriptions order by 1, 2, 3`)]
		}
		for (const [kind, role] of Object.entries(PEOPLE) as [PersonKind, string][]) {
			if (READERS.includes(kind)) continue
			await become(db, people[kind])
			const code = role === 'authenticated' ? 'NTFND' : '42501'
			expect([kind, await refusal(db, (tx) => subscribeReports(tx, ids.union!, 'en'))]).toEqual([kind, code])
			expect(await before()).toEqual([])
		}
		await become(db, people.analyst)
		for (const place of [ids.holder!, randomUUID()])
			expect(await refusal(db, (tx) => subscribeReports(tx, place, 'en'))).toBe('NTFND')
		await subscribeReports(db, ids.union!, 'en')
		await subscribeReports(db, ids.union!, 'en')
		await subscribeReports(db, null, 'zh-CN')
		const mine = await listSubscriptions(db, 'en')
		expect(mine.map(({ organisation, language }) => [organisation, language])).toEqual([
			[null, 'zh-CN'],
			['Xihu District Union', 'en'],
		])
		await become(db, people.officer)
		expect(await findSubscription(db, 'en', mine[1]!.id)).toBeNull()
		await unsubscribeReports(db, mine[1]!.id) // somebody else's: nothing moves
		expect(await before()).toHaveLength(2)
		await become(db, people.analyst)
		await unsubscribeReports(db, mine[1]!.id)
		await unsubscribeReports(db, mine[1]!.id)
		expect(await before()).toEqual([
			{ userId: (people.analyst as { user: string }).user, organisationId: null, language: 'zh-CN' },
		])
	}))

test('a new report tells its subscribers in its language once, and nobody who lost the role, also after the letter was written', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		const [stays, goes, went, other] = [
			await seedStaff(db, union, 'analyst'),
			await seedStaff(db, union, 'officer'),
			await seedStaff(db, union, 'analyst'),
			await seedStaff(db, union, 'analyst'),
		]
		for (const person of [stays, goes, went]) {
			await become(db, person)
			await subscribeReports(db, union, 'zh-CN')
		}
		await become(db, other)
		await subscribeReports(db, union, 'en')
		await subscribeReports(db, null, 'zh-CN')
		await become(db, 'owner')
		await db`update app.people set language = 'en' where user_id = ${stays.user}` // the letter is in the language of the report
		await db`delete from app.staff_roles where user_id = ${went.user}`
		const report = await made(db, months[0], 1, union, 'zh-CN')
		await become(db, 'service')
		await reportMade(db, report, 1234)
		const written = await letters(db)
		expect(written.map(({ userId }) => userId).sort()).toEqual([stays.user, goes.user].sort())
		await db`delete from app.staff_roles where user_id = ${goes.user}`
		const [subscription] = await db<
			{ id: string }[]
		>`select id from app.report_subscriptions where user_id = ${stays.user}`
		const sent = async (person: { user: string }) => {
			await become(db, 'service')
			return notificationToSend(db, written.find(({ userId }) => userId === person.user)!.id)
		}
		expect(await sent(goes)).toBeNull()
		expect(await sent(stays)).toMatchObject({
			...{ template: 'report_ready', language: 'zh-CN', subscriptionId: subscription!.id },
			...{ reference: null, caseId: null, invitationId: null, applicationReference: null, driveAskId: null },
		})
		await become(db, stays)
		await unsubscribeReports(db, subscription!.id) // before the letter went out
		expect(await sent(stays)).toBeNull()
		await become(db, stays)
		await subscribeReports(db, union, 'zh-CN')
		expect(await sent(stays)).not.toBeNull()
		await recordSent(db, written.find(({ userId }) => userId === stays.user)!.id, 'mail-1')
		expect(await sent(stays)).toBeNull()
	}))

test('with 100 years of reports of 50 unions the list comes in order from its index', { timeout: 60_000 }, () =>
	inRollback(async (db) => {
		await db`insert into app.organisations (kind, name_zh, name_en) select 'union', '工会' || n, 'Union ' || n from generate_series(1, 50) n`
		await db`insert into app.reports (month, revision, organisation_id, language, bytes, made_at)
			select m, r, o.id, l, 9, now() from generate_series('1926-01-01'::date, '2025-12-01', '1 month') m, generate_series(1, 2) r,
				(select id from app.organisations where kind = 'union' union all select null) o, unnest(array['zh-CN', 'en']) l`
		await db`analyze app.reports`
		const [union] = await db<{ id: string }[]>`select id from app.organisations where kind = 'union' limit 1`
		await become(db, await seedStaff(db, union!.id, 'analyst'))
		for (const place of [union!.id, null]) {
			const first = await listReports(db, place, 'en', [])
			expect([first.reports.length, first.reports[0]]).toMatchObject([24, { month: '2025-12-01', revision: 2 }])
			expect((await listReports(db, place, 'en', first.next!)).reports[0]).toMatchObject({
				month: '2024-12-01',
				revision: 2,
			})
			for (const after of [[], first.next!])
				await comesInOrder(db, `reports ${place} ${after.join()}`, (tx) => listReports(tx, place, 'en', after), {
					index: place ? 'reports_list_idx' : 'reports_of_everything_idx',
					growing: ['reports', 'organisations'],
				})
		}
	}),
)
