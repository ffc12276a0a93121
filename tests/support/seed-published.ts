import type { Sql } from 'postgres'
import type { Db } from '~/db/begin.server'
import { TABLE_CODES } from '~/domain/figures/tables'

/** A cell as written: value or not shown, and on how many it rests. */
export type Written = [table: string, measure: string, row: string, column: string, value: number | null, n?: number]

/** A month as the job would have told it, with cells of one's own. Runs as the owner. */
export async function seedPublished(
	db: Db | Sql,
	month: string,
	cells: readonly Written[],
	again?: { revision: number; zh: string; en: string },
): Promise<void> {
	const revision = again?.revision ?? 1
	await db`insert into app.publications (table_code, month, revision, note_zh, note_en)
		select unnest(${TABLE_CODES}::text[]), ${month}::date, ${revision}, ${again?.zh ?? null}, ${again?.en ?? null}`
	const rows = cells.map(([table_code, measure, row_code, column_code, value, n = null]) => ({
		table_code,
		month,
		revision,
		measure,
		row_code,
		column_code,
		value,
		n,
	}))
	if (rows.length > 0) await db`insert into app.published_cells ${db(rows)}`
}
