import { beforeAll, expect, test } from 'vitest'
import { prepareMonth, publishMonth, readMonth } from '~/domain/figures/publish.server'
import { isSmall } from '~/domain/figures/protect.server'
import { PART_OF } from '~/domain/figures/prepare-quantities.server'
import { cellKey, gridOf } from '~/domain/figures/system'
import { KINDS, MEASURES, TABLES, TABLE_CODES, THRESHOLD, WIDTH } from '~/domain/figures/tables'
import { numberOf, placeNumbers, readKnowledge, type Knowledge } from '~tests/support/audit-figures'
import { become, inRollback, owner, refusal } from '~tests/support/db'
import { seedMonths } from '~tests/support/seed-months'

const MONTHS = ['2026-01-01', '2026-02-01', '2026-03-01']
/** Numbers of few people, and every number, as they really are. */
const small = new Set<string>()
const truth = new Map<string, number>()

beforeAll(async () => {
	await owner.begin(async (db) => {
		await seedMonths(db, { cases: 1500, members: 1800, seed: 0.5 })
		for (const month of MONTHS) {
			const found = await readMonth(db, month)
			await publishMonth(db, month, await prepareMonth(found), null)
			for (const measure of new Set(found.counts.map((count) => count.measure)))
				for (const code of TABLE_CODES) {
					const { rows, columns } = TABLES[code]
					const leaves = found.counts.filter((count) => count.measure === measure && count.tableCode === code)
					for (const [key, cell] of gridOf(leaves, found.trees[rows], found.trees[columns]).cells) {
						truth.set(numberOf(month, measure, key), cell.value)
						if (isSmall(cell)) small.add(numberOf(month, measure, key))
					}
				}
			for (const { tableCode, measure, row, column, n } of found.quantities) {
				const { rows, columns } = TABLES[tableCode]
				const key = cellKey([rows, row], [columns, column])
				const all = truth.get(numberOf(month, PART_OF[measure] ?? '', key))
				if (all === undefined) continue
				for (const [name, value] of [
					[`${measure} n`, n],
					[`${measure} others`, all - n],
				] as const) {
					truth.set(numberOf(month, name, key), value)
					if (value > 0 && value < THRESHOLD) small.add(numberOf(month, name, key))
				}
			}
		}
	})
}, 120_000)

const isExact = ({ seen }: Knowledge, key: string) => seen.has(key) && seen.get(key)!.low === seen.get(key)!.high
/** The small numbers that somebody with a solver and all that is published places too closely. */
async function placed(knowledge: Knowledge) {
	const bounds = await placeNumbers(knowledge, small)
	for (const [key, { low, high }] of bounds)
		expect([key, low <= truth.get(key)! && truth.get(key)! <= high]).toEqual([key, true])
	const close = [...bounds].filter(([, { low, high }]) => high - low < WIDTH).map(([key]) => key)
	return [...close, ...[...small].filter((key) => isExact(knowledge, key))].sort()
}

test(
	'from all that is published of three months, nobody with a solver places a small number closely',
	() =>
		inRollback(async (db) => {
			expect(small.size).toBeGreaterThan(200)
			expect(await placed(await readKnowledge(db))).toEqual([])
		}),
	120_000,
)

test(
	'a leak on purpose is found: with its hidden neighbours told, the last one follows',
	() =>
		inRollback(async (db) => {
			const knowledge = await readKnowledge(db)
			const hidden = (key: string) => knowledge.seen.has(key) && !isExact(knowledge, key)
			// a sum with hidden parts, one of them of few people
			const parts = knowledge.sums
				.filter(({ total }) => total.includes(' filed ') && isExact(knowledge, total))
				.map((sum) => sum.parts.filter(hidden))
				.find((some) => some.some((key) => small.has(key)))!
			const kept = parts.find((key) => small.has(key))!
			for (const told of parts)
				if (told !== kept) knowledge.seen.set(told, { low: truth.get(told)!, high: truth.get(told)! })
			expect(await placed(knowledge)).toContain(kept)
		}),
	120_000,
)

test('big numbers are told as they are, and much of what happened can be read', () =>
	inRollback(async (db) => {
		const [cell] = await db`select value::int from app.published_cells
			where month = '2026-03-01' and measure = 'filed' and row_code = 'all' and column_code = 'all'`
		expect(cell).toEqual({ value: truth.get(numberOf('2026-03-01', 'filed', 'all')) })
		const counts = MEASURES.filter((measure) => KINDS[measure] === 'count')
		const [shown] = await db<[{ people: number; all: number }]>`select sum(value)::float8 as people,
				(select value::float8 from app.published_cells where month = '2026-03-01' and measure = 'filed' and row_code = 'all' and column_code = 'all') as all
			from app.published_cells where month = '2026-03-01' and measure = 'filed' and row_code like '____0_' and column_code <> 'all'`
		expect(counts).toContain('filed')
		expect(shown.people / shown.all).toBeGreaterThan(0.3)
		const silent = await db`select m.name from unnest(${MEASURES}::text[]) as m (name)
			where not exists (select from app.published_cells p where p.measure = m.name and p.value is not null)`
		expect([...silent]).toEqual([{ name: 'transfers_in' }]) // nobody was, in these months
	}))

test(
	'a month is told once; again only with a note, and then few more or fewer do not show',
	() =>
		inRollback(async (db) => {
			await become(db, 'service')
			const prepared = await prepareMonth(await readMonth(db, '2026-01-01'))
			expect(await refusal(db, (tx) => publishMonth(tx, '2026-01-01', prepared, null))).toBe('WRONG')
			await become(db, 'owner')
			const cells = (
				revision: number,
			) => db`select table_code, measure, row_code, column_code, value from app.published_cells
			where month = '2026-01-01' and revision = ${revision} and measure = 'filed' order by 1, 2, 3, 4`
			const moved = await db`update app.cases set created_at = '2026-06-01' where id in (select id from app.cases
			where created_at between '2026-01-05' and '2026-01-25' and area_code = '330105' limit 2) returning id`
			expect(moved).toHaveLength(2)
			await become(db, 'service')
			const again = await prepareMonth(await readMonth(db, '2026-01-01'))
			expect(await publishMonth(db, '2026-01-01', again, { zh: '补录', en: 'Late entries' })).toBe(2)
			await become(db, 'owner')
			expect([...(await cells(2))]).toEqual([...(await cells(1))])
		}),
	60_000,
)

test('a month that is not over is not told, and nobody but the job reads what the tables are made of', () =>
	inRollback(async (db) => {
		await become(db, 'service')
		const [{ month }] = await db<[{ month: string }]>`select date_trunc('month', now())::date::text as month`
		const nothing = { cells: [], counts: [], hidden: {} }
		expect(await refusal(db, (tx) => publishMonth(tx, month, nothing, null))).toBe('WRONG')
		for (const who of ['visitor', 'routing'] as const) {
			await become(db, who)
			for (const facts of ['filed_facts', 'ended_facts', 'enrolment_facts', 'member_facts', 'cohort_facts'])
				expect([
					facts,
					await refusal(db, (tx) => tx`select * from ${tx(`private.${facts}`)}('2026-01-01', '2026-01-01')`),
				]).toEqual([facts, '42501'])
			expect(await refusal(db, (tx) => tx`select * from private.last_snapshot('2026-01-01')`)).toBe('42501')
		}
	}))
