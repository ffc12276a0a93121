import { beforeAll, expect, test } from 'vitest'
import type { Figures, RawCount } from '~/domain/figures/gather'
import { readAreaTree, readFigures } from '~/domain/figures/read-figures.server'
import type { Measure } from '~/domain/figures/tables'
import { become, inRollback } from '~tests/support/db'
import { seedMonths } from '~tests/support/seed-months'

const [FROM, MONTH, TO] = ['2026-01-01', '2026-02-01', '2026-03-01']
let months: Figures
/** What plain SQL says of the same month, each in its own way. */
let plain: Record<string, number>

beforeAll(() =>
	inRollback(async (db) => {
		await become(db, 'owner')
		await seedMonths(db, { cases: 900, members: 900 })
		const inMonth = (column: string) =>
			db`${db(column)} >= '2026-02-01T00:00+08:00' and ${db(column)} < '2026-03-01T00:00+08:00'`
		const confirmed = db`app.outcomes o join app.cases c on c.id = o.case_id
			where o.answer = 'confirmed' and ${inMonth('answered_at')} and starts_with(c.area_code, '3301')`
		const [row] = await db<[Record<string, string>]>`select
			(select count(*) from app.cases where ${inMonth('created_at')} and area_code = '330105' and starts_with(category_code, 'labour.')) as filed,
			(select count(distinct request_id) from app.cases where ${inMonth('created_at')}) as people,
			(select percentile_cont(0.9) within group (order by extract(epoch from first_reply_at - created_at) / 3600) from app.cases
				where ${inMonth('created_at')} and starts_with(area_code, '3301')) as p90,
			(select count(*) from app.cases where ${inMonth('created_at')} and accepted_at <= created_at + interval '72 hours') as in_time,
			(select count(*) from app.outcomes o join app.cases c on c.id = o.case_id where o.answer = 'disputed' and ${inMonth('answered_at')}
				and c.sector_code = 'delivery') as disputed,
			(select count(*) from app.cases where close_reason = 'withdrawn' and ${inMonth('closed_at')} and platform_code is null) as withdrawn,
			(select percentile_cont(0.5) within group (order by extract(epoch from o.answered_at - c.created_at) / 86400) from ${confirmed}) as days,
			(select sum(o.money_recovered_fen) / 100.0 from ${confirmed}) as money,
			(select max(o.money_recovered_fen) / 100.0 from ${confirmed}) as most,
			(select avg(o.rating) from ${confirmed}) as rating,
			(select count(*) from app.membership_applications where ${inMonth('decided_at')} and area_code = '330105' and platform_code is null) as approved,
			(select count(*) from app.memberships where joined_at < '2026-03-01T00:00+08:00' and area_code = '330105' and sector_code = 'courier'
				and (ended_at is null or ended_at >= '2026-03-01T00:00+08:00')) as members,
			(select count(*) from app.memberships where joined_at >= '2025-02-01T00:00+08:00' and joined_at < '2025-03-01T00:00+08:00') as cohort,
			(select count(*) from app.memberships where joined_at >= '2025-02-01T00:00+08:00' and joined_at < '2025-03-01T00:00+08:00'
				and (ended_at is null or ended_at >= '2026-03-01T00:00+08:00')) as stayed,
			(select count(*) from app.membership_events where kind = 'left' and ${inMonth('at')}) as gone`
		plain = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]))
		await become(db, 'service')
		months = await readFigures(db, FROM, TO, await readAreaTree(db))
	}),
)

const counts = (measure: Measure, where: Partial<RawCount>) =>
	months.counts.filter(
		(one) =>
			one.month === MONTH &&
			one.measure === measure &&
			Object.entries(where).every(([key, value]) => one[key as keyof RawCount] === value),
	)
const counted = (...asked: Parameters<typeof counts>) => counts(...asked).reduce((sum, { value }) => sum + value, 0)
const quantity = (measure: Measure, row: string, column: string) =>
	months.quantities.find(
		(one) => one.month === MONTH && one.measure === measure && one.row === row && one.column === column,
	)!

test('what is counted from the facts is what plain SQL counts, in Beijing time', () => {
	expect(Math.min(...Object.values(plain))).toBeGreaterThan(0) // nothing below is true of an empty table
	expect(counted('filed', { row: '330105', column: 'labour' })).toBe(plain.filed)
	expect(counts('filed', {}).reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(plain.people!, 6)
	expect(
		['got_help', 'partly', 'not_helped'].reduce(
			(sum, result) =>
				sum + counted('endings', { tableCode: 'help_sector_ending', row: 'delivery', column: `disputed.${result}` }),
			0,
		),
	).toBe(plain.disputed)
	expect(counted('endings', { tableCode: 'help_platform_ending', row: 'none', column: 'withdrawn' })).toBe(
		plain.withdrawn,
	)
	expect(counted('approvals', { tableCode: 'enrolment_area_platform', row: '330105', column: 'none' })).toBe(
		plain.approved,
	)
	expect(counted('members', { row: '330105', column: 'courier' })).toBe(plain.members)
	expect(counted('ended', {})).toBe(plain.gone)
})

test('times, sums, marks and shares are those of plain SQL', () => {
	expect(quantity('hours_to_reply_p90', '330100', 'all').value).toBeCloseTo(plain.p90!, 3)
	expect(quantity('accepted_in_time_rate', 'all', 'all').value).toBe(plain.inTime)
	expect(quantity('days_to_outcome_median', '330100', 'confirmed').value).toBeCloseTo(plain.days!, 3)
	expect(quantity('money_recovered_yuan', '330100', 'confirmed').value).toBeCloseTo(plain.money!, 2)
	expect(quantity('money_recovered_yuan', '330100', 'confirmed').largest).toBe(plain.most)
	expect(quantity('rating_mean', '330100', 'confirmed').value).toBeCloseTo(plain.rating!, 9)
	expect(quantity('retention_rate', 'all', 'all')).toMatchObject({ value: plain.stayed, n: plain.cohort })
})

test('a month alone says of itself what it says among others', () =>
	inRollback(async (db) => {
		await become(db, 'owner')
		await seedMonths(db, { cases: 300, members: 300 })
		await become(db, 'service')
		const areas = await readAreaTree(db)
		const among = await readFigures(db, FROM, TO, areas)
		const alone = await readFigures(db, MONTH, MONTH, areas)
		const said = ({ counts, quantities }: Figures) =>
			[...counts, ...quantities]
				.filter(({ month }) => month === MONTH)
				.map((one) =>
					JSON.stringify(one, (_, value: unknown) => (typeof value === 'number' ? value.toFixed(6) : value)),
				)
				.sort()
		expect(said(alone).length).toBeGreaterThan(300)
		expect(said(alone)).toEqual(said(among))
	}))
