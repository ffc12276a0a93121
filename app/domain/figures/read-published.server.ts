import type { Db } from '~/db/begin.server'
import type { Cell, PublishedMonth } from './look-up'
import type { Measure, TableCode } from './tables'

/** All tables of a month are published together: one of them tells when. */
export const ANY_TABLE: TableCode = 'help_area_category'

/** Months that have been told, the latest first, each as it was told last. For readers of figures; others get none. */
export async function listPublishedMonths(db: Db): Promise<PublishedMonth[]> {
	const rows = await db<
		{ month: string; revision: number; publishedAt: Date; noteZh: string | null; noteEn: string | null }[]
	>`
		select distinct on (p.month) p.month::text, p.revision, p.published_at, p.note_zh, p.note_en from app.publications p
		where p.table_code = ${ANY_TABLE} order by p.month desc, p.revision desc`
	return rows.map(({ noteZh, noteEn, ...month }) => ({
		...month,
		note: noteZh !== null && noteEn !== null ? { 'zh-CN': noteZh, en: noteEn } : null,
	}))
}

/** Which numbers are wanted: of each row all columns, or the columns named. */
export type Ask = {
	table: TableCode
	measures: readonly Measure[]
	rows: readonly string[]
	columns?: readonly string[]
}

/** The latest word on each month from one first day to another, both told. As a reader of figures, or as the service. */
export async function readCells(db: Db, from: string, to: string, asks: readonly Ask[]): Promise<Cell[]> {
	const keys = asks.flatMap(({ table, measures, rows, columns = [null] }) =>
		measures.flatMap((measure) => rows.flatMap((row) => columns.map((column) => ({ table, measure, row, column })))),
	)
	const found = await Promise.all([
		readRows(
			db,
			from,
			to,
			keys.filter(({ column }) => column === null),
		),
		readLines(
			db,
			from,
			to,
			keys.filter(({ column }) => column !== null),
		),
	])
	return found.flat()
}

type Key = { table: TableCode; measure: Measure; row: string; column: string | null }
const listsOf = (keys: readonly Key[]) => ({
	tables: keys.map(({ table }) => table),
	measures: keys.map(({ measure }) => measure),
	rows: keys.map(({ row }) => row),
	columns: keys.map(({ column }) => column),
})
/** The latest revision of each month that was told of these tables. */
const latest = (db: Db, from: string, to: string, tables: readonly string[]) => db`
	select p.table_code, p.month, max(p.revision) as revision from app.publications p
	where p.table_code = any (${[...new Set(tables)]}::text[]) and p.month between ${from} and ${to} group by p.table_code, p.month`

/** Whole rows, month by month, as the key of the table has them. */
async function readRows(db: Db, from: string, to: string, keys: readonly Key[]): Promise<Cell[]> {
	if (keys.length === 0) return []
	const { tables, measures, rows } = listsOf(keys)
	return db<Cell[]>`
		select c.table_code, c.measure, c.month::text, c.row_code as row, c.column_code as column, c.value::float8, c.n
		from (${latest(db, from, to, tables)}) l
		join unnest(${tables}::text[], ${measures}::text[], ${rows}::text[]) as k (table_code, measure, row_code) on k.table_code = l.table_code
		cross join lateral (select * from app.published_cells c where c.table_code = k.table_code and c.month = l.month
			and c.revision = l.revision and c.measure = k.measure and c.row_code = k.row_code offset 0) c`
}

/** Single numbers through all months: a line has an index of its own. */
async function readLines(db: Db, from: string, to: string, keys: readonly Key[]): Promise<Cell[]> {
	if (keys.length === 0) return []
	const { tables, measures, rows, columns } = listsOf(keys)
	return db<Cell[]>`
		select c.table_code, c.measure, c.month::text, c.row_code as row, c.column_code as column, c.value::float8, c.n
		from unnest(${tables}::text[], ${measures}::text[], ${rows}::text[], ${columns}::text[]) as k (table_code, measure, row_code, column_code)
		cross join lateral (select * from app.published_cells c where c.table_code = k.table_code and c.measure = k.measure
			and c.row_code = k.row_code and c.column_code = k.column_code and c.month between ${from} and ${to} offset 0) c
		join (${latest(db, from, to, tables)}) l on l.table_code = c.table_code and l.month = c.month and l.revision = c.revision`
}
