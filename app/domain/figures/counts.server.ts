import type { Db } from '~/db/begin.server'
import type { Measure, TableCode } from './tables'

/** A number of the smallest cells of a month, as it is and not safe to show. */
export type RawCount = {
	tableCode: TableCode
	measure: Measure
	month: string
	row: string
	column: string
	value: number
	people: number
}
/** A time, a sum, a mean, or the part of a share; `largest`: what one alone brought to a sum. As it is, not safe to show. */
export type RawQuantity = RawCount & { n: number; largest: number | null }

/** As the service. Months are first days, `2026-10-01`; both ends belong to the span. */
export async function readCounts(db: Db, from: string, to: string): Promise<RawCount[]> {
	return db<RawCount[]>`
		select table_code, measure, month::text, row_code as row, column_code as column, value::float8, people::float8
		from (select * from private.help_counts(${from}, ${to}) union all select * from private.enrolment_counts(${from}, ${to})) c`
}

export async function readQuantities(db: Db, from: string, to: string): Promise<RawQuantity[]> {
	return db<RawQuantity[]>`
		select table_code, measure, month::text, row_code as row, column_code as column, value::float8, n::int, people::float8, largest::float8
		from (select * from private.help_quantities(${from}, ${to}) union all select * from private.enrolment_quantities(${from}, ${to})) q`
}

/** Each area with the one above it: the tree that places stand in. */
export async function readAreaTree(db: Db): Promise<Map<string, string | null>> {
	const rows = await db<{ code: string; parentCode: string | null }[]>`select code, parent_code from app.areas`
	return new Map(rows.map(({ code, parentCode }) => [code, parentCode]))
}
/** Codes of the flat dimensions, as they stand in the directory. */
export async function readCodes(db: Db) {
	const [row] = await db<[{ sectors: string[]; platforms: string[]; categories: string[] }]>`select
		array(select code from app.sectors order by sort) as sectors, array(select code from app.platforms order by sort) as platforms,
		array(select code from app.categories where parent_code is null order by sort) as categories`
	return row
}
