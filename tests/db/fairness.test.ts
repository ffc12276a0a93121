import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { listFairnessGroups, measureMonth, monthsToMeasure, readFairness } from '~/domain/fairness/fairness.server'
import { become, inRollback, refusal } from '~tests/support/db'
import { operatorId, seedOrganisation, seedStaff } from '~tests/support/seeds'
import { MEMBER_SECRET, newPhone, seedMemberByPhone, seedPastCase } from '~tests/support/seed-past'

const MONTH = '2026-08-01'
const NOW = new Date('2026-10-02T00:00:00Z')
type Past = Parameters<typeof seedPastCase>[1]

/** So many cases of members, all alike. */
async function ofMembers(db: Db, union: string, times: number, about: Past = {}) {
	for (let n = 0; n < times; n++) {
		const phone = newPhone()
		await seedMemberByPhone(db, union, phone)
		await seedPastCase(db, { ...about, phone })
	}
}
async function ofOthers(db: Db, times: number, about: Past = {}) {
	for (let n = 0; n < times; n++) await seedPastCase(db, about)
}
async function measured(db: Db, month = MONTH, now = NOW) {
	await become(db, 'service')
	await measureMonth(db, month, MEMBER_SECRET, now)
	await become(db, 'owner')
	const rows =
		await db`select month::text, measure, group_code, strata, members, others, pairs, members_value, others_value
		from app.fairness_cells order by measure, group_code`
	return [...rows]
}
const cell = (rows: Awaited<ReturnType<typeof measured>>, measure: string, group = 'all') =>
	rows.find((row) => row.measure === measure && row.groupCode === group)

test('members and others are put side by side, case by case of the same kind, and only sums are kept', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		await ofMembers(db, union, 5, { repliedAfter: 2, acceptedAfter: 10 })
		await ofMembers(db, union, 1, { repliedAfter: 8, acceptedAfter: 10, area: '330105', outcome: 'not_eligible' }) // another district of the city
		await ofOthers(db, 7, { repliedAfter: 3, acceptedAfter: 10, outcome: 'partly' })
		await ofMembers(db, union, 4, { urgency: 'today', repliedAfter: 100 }) // too few of this kind
		await ofOthers(db, 20, { urgency: 'today' })
		const rows = await measured(db)
		expect(cell(rows, 'first_reply')).toEqual({
			...{ month: MONTH, measure: 'first_reply', groupCode: 'all', strata: 1, members: 6, others: 7, pairs: 6 },
			...{ membersValue: 3, othersValue: 3 },
		})
		expect(cell(rows, 'acceptance', 'labour')).toMatchObject({ membersValue: 10, othersValue: 10 })
		expect(cell(rows, 'confirmed_help')).toMatchObject({ membersValue: 0.833, othersValue: 1 })
		expect(rows).toHaveLength(6)
	}))

test('a member is who was one when the case was filed, under whatever form of the number', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		for (let n = 0; n < 5; n++) {
			const phone = newPhone()
			await seedMemberByPhone(db, union, phone)
			await seedPastCase(db, { phone: `+86${phone}`, repliedAfter: 1 })
		}
		const [later, before, between] = [newPhone(), newPhone(), newPhone()]
		await seedMemberByPhone(db, union, later, { joined: '2026-08-20' })
		await seedMemberByPhone(db, union, before, { ended: '2026-08-01' })
		await seedMemberByPhone(db, union, between, { joined: '2025-01-01', ended: '2025-06-01' })
		await seedMemberByPhone(db, union, between, { joined: '2026-07-01', ended: '2026-08-30' }) // came back, and left again
		for (const phone of [later, before]) await seedPastCase(db, { phone, repliedAfter: 9 })
		await seedPastCase(db, { phone: between, repliedAfter: 1 })
		await ofOthers(db, 3, { repliedAfter: 9 })
		expect(cell(await measured(db), 'first_reply')).toMatchObject({
			members: 6,
			others: 5,
			membersValue: 1,
			othersValue: 9,
		})
	}))

test('of the month are cases filed in it by the clock of Beijing; those without a number, withdrawn or open are left out where they would mislead', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		await ofMembers(db, union, 5, { filedAt: '2026-08-01T00:30:00+08:00' }) // still July in Greenwich
		await ofOthers(db, 5, { filedAt: '2026-08-31T23:30:00+08:00' })
		await ofOthers(db, 3, { filedAt: '2026-09-01T00:30:00+08:00', repliedAfter: 500 })
		await ofOthers(db, 3, { filedAt: '2026-07-31T23:30:00+08:00', repliedAfter: 500 })
		await ofOthers(db, 3, { phone: null, repliedAfter: 500 })
		await ofOthers(db, 2, { ended: 'withdrawn', repliedAfter: null, acceptedAfter: null })
		await ofOthers(db, 1, { ended: 'duplicate', repliedAfter: 4, acceptedAfter: null })
		await ofOthers(db, 1, { ended: null, repliedAfter: null, acceptedAfter: null }) // nobody ever answered
		await ofOthers(db, 1, { ended: 'unanswered' })
		const rows = await measured(db)
		expect(cell(rows, 'first_reply')).toMatchObject({
			members: 5,
			others: 8,
			membersValue: 4,
			othersValue: (7 * 4 + 672) / 8,
		})
		expect(cell(rows, 'acceptance')).toMatchObject({ members: 5, others: 7 })
		expect(cell(rows, 'confirmed_help')).toMatchObject({ members: 5, others: 6, othersValue: 0.833 })
	}))

test('with four on one side nothing is kept, and the table itself refuses what could be somebody', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		await ofMembers(db, union, 4)
		await ofOthers(db, 40)
		expect(await measured(db)).toEqual([])
		await become(db, 'service')
		const small = {
			measure: 'first_reply',
			groupCode: 'all',
			strata: 2,
			members: 40,
			others: 40,
			pairs: 9,
			membersValue: 1,
			othersValue: 1,
		}
		expect(await refusal(db, (tx) => tx`select private.store_fairness(${MONTH}, ${tx.json([small])})`)).toBe('23514')
	}))

test('a month is worked out once: what happens later to one case cannot be read from a difference', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		await ofMembers(db, union, 5)
		await ofOthers(db, 6)
		const first = await measured(db)
		expect(first.length).toBeGreaterThan(0)
		await ofOthers(db, 1, { repliedAfter: 600 })
		expect(await measured(db)).toEqual(first)
	}))

test('months wait to be worked out when they have been over for a month, at most three, until they are', () =>
	inRollback(async (db) => {
		await become(db, 'service')
		const months = await monthsToMeasure(db)
		await become(db, 'owner')
		const [expected] = await db<
			[{ months: string[] }]
		>`select array(select (date_trunc('month', now() at time zone 'Asia/Shanghai')
			- make_interval(months => n))::date::text from generate_series(2, 4) n order by 1) as months`
		expect(months).toEqual(expected.months)
		const union = await seedOrganisation(db, { kind: 'union' })
		const filedAt = `${months[1]!.slice(0, 8)}05T09:00:00+08:00`
		await ofMembers(db, union, 5, { filedAt })
		await ofOthers(db, 5, { filedAt })
		await measured(db, months[1]!, new Date())
		await become(db, 'service')
		expect(await monthsToMeasure(db)).toEqual([months[0], months[2]])
	}))

test('officers and the desk’s administrators read the sums, others read none; only the worker process works them out', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		await ofMembers(db, union, 5)
		await ofOthers(db, 5)
		await measured(db)
		await db`update app.fairness_cells set month = date_trunc('month', now())::date - interval '1 month'`
		const desk = await operatorId(db)
		const readers = [await seedStaff(db, union, 'officer'), await seedStaff(db, desk, 'administrator')]
		const closed = [
			await seedStaff(db, union, 'analyst', 'caseworker', 'manager', 'liaison'),
			await seedStaff(db, desk, 'triager'),
		]
		for (const reader of readers) {
			await become(db, reader)
			expect(await listFairnessGroups(db)).toEqual(['all', 'labour'])
			expect((await readFairness(db, 'labour')).map(({ measure }) => measure)).toEqual([
				'first_reply',
				'confirmed_help',
				'acceptance',
			])
			expect(await readFairness(db, 'housing')).toEqual([])
			await become(db, 'owner')
		}
		for (const reader of closed) {
			await become(db, reader)
			expect([await listFairnessGroups(db), await readFairness(db, 'all')]).toEqual([[], []])
			await become(db, 'owner')
		}
		for (const person of [...readers, ...closed, 'visitor', 'routing', 'anon'] as const) {
			await become(db, person)
			for (const door of [
				(tx: Db) => tx`select private.fairness_cases(${MONTH})`,
				(tx: Db) => tx`select private.fairness_members('{}')`,
				(tx: Db) => tx`select private.fairness_months()`,
				(tx: Db) => tx`select private.store_fairness(${MONTH}, '[]')`,
			])
				expect(await refusal(db, door)).toBe('42501')
			await become(db, 'owner')
		}
	}))
