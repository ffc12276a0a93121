import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { listPublishedMonths, readCells } from '~/domain/figures/read-published.server'
import { TABLE_CODES } from '~/domain/figures/tables'
import { become, inRollback } from '~tests/support/db'
import { planOf } from '~tests/support/explained'
import { seedPublished, type Written } from '~tests/support/seed-published'
import { operatorId, seedOrganisation, seedStaff, seedUser } from '~tests/support/seeds'

const filed = (row: string, column: string, value: number | null): Written => [
	'help_area_category',
	'filed',
	row,
	column,
	value,
]
async function seedTwoMonths(db: Db) {
	await seedPublished(db, '2026-08-01', [
		filed('all', 'all', 40),
		filed('all', 'legal', 12),
		filed('330000', 'all', 40),
	])
	await seedPublished(db, '2026-09-01', [
		filed('all', 'all', 55),
		filed('all', 'legal', null),
		filed('330000', 'all', 50),
	])
	await seedPublished(db, '2026-09-01', [filed('all', 'all', 60), filed('all', 'legal', null)], {
		revision: 2,
		zh: '补录了晚到的案件',
		en: 'Late cases were entered',
	})
}
const ASKS = [
	{ table: 'help_area_category', measures: ['filed'], rows: ['all'] },
	{ table: 'help_area_category', measures: ['filed'], rows: ['330000', '110000'], columns: ['all'] },
] as const

test('the latest word on each month is read, whole rows and single columns, and why it was told again', () =>
	inRollback(async (db) => {
		await seedTwoMonths(db)
		await become(db, await seedStaff(db, await seedOrganisation(db, { kind: 'union' }), 'analyst'))
		expect(await listPublishedMonths(db)).toMatchObject([
			{ month: '2026-09-01', revision: 2, note: { 'zh-CN': '补录了晚到的案件', en: 'Late cases were entered' } },
			{ month: '2026-08-01', revision: 1, note: null },
		])
		const cells = await readCells(db, '2026-08-01', '2026-09-01', ASKS)
		expect(cells.map(({ month, row, column, value }) => [month, row, column, value]).sort()).toEqual([
			['2026-08-01', '330000', 'all', 40],
			['2026-08-01', 'all', 'all', 40],
			['2026-08-01', 'all', 'legal', 12],
			['2026-09-01', 'all', 'all', 60],
			['2026-09-01', 'all', 'legal', null],
		])
		expect(await readCells(db, '2026-09-01', '2026-09-01', ASKS)).toHaveLength(2)
	}))

test('officers and administrators read too, and so does the service; nobody else is told anything', () =>
	inRollback(async (db) => {
		await seedTwoMonths(db)
		const union = await seedOrganisation(db, { kind: 'union' })
		const agency = await seedOrganisation(db)
		const readers = [await seedStaff(db, union, 'officer'), await seedStaff(db, await operatorId(db), 'administrator')]
		for (const who of [...readers, 'service'] as const) {
			await become(db, who)
			expect(await listPublishedMonths(db)).toHaveLength(2)
			expect(await readCells(db, '2026-08-01', '2026-09-01', ASKS)).toHaveLength(5)
		}
		await become(db, 'owner')
		const others = [
			await seedStaff(db, agency, 'caseworker', 'manager'),
			await seedStaff(db, union, 'liaison'),
			await seedStaff(db, await operatorId(db), 'triager', 'directory_editor'),
			await seedUser(db),
		]
		for (const who of others) {
			await become(db, who)
			expect(await listPublishedMonths(db)).toEqual([])
			expect(await readCells(db, '2026-08-01', '2026-09-01', ASKS)).toEqual([])
		}
	}))

test(
	'with ten years of cells, what a page shows is found by its keys',
	() =>
		inRollback(async (db) => {
			await db`insert into app.publications (table_code, month, revision)
				select t, m, 1 from unnest(${TABLE_CODES}::text[]) t, generate_series('2016-01-01'::date, '2025-12-01', '1 month') m`
			await db`insert into app.published_cells (table_code, month, revision, measure, row_code, column_code, value)
				select p.table_code, p.month, 1, 'filed', a.code, c, 7 from app.publications p
				cross join (select code from app.areas order by code limit 150) a, unnest(array['all', 'legal', 'medical', 'labour']) c
				where p.table_code in ('help_area_category', 'help_area_ending')`
			await db`analyze app.publications`
			await db`analyze app.published_cells`
			await become(db, await seedStaff(db, await seedOrganisation(db, { kind: 'union' }), 'analyst'))
			for (const [ask, index] of [
				[ASKS[0], 'published_cells_pkey'],
				[ASKS[1], 'published_cells_line_idx'],
			] as const) {
				const plan = await planOf(db, (tx) => readCells(tx, '2025-01-01', '2025-12-01', [ask]))
				expect([index, plan.scanned.filter((table) => table === 'published_cells')]).toEqual([index, []])
				expect(plan.indexes).toContain(index)
			}
			const [place] = await db<[{ code: string }]>`select code from app.areas order by code limit 1`
			const found = await readCells(db, '2025-01-01', '2025-12-01', [{ ...ASKS[0], rows: [place.code] }])
			expect(found).toHaveLength(48)
		}),
	60_000,
)
