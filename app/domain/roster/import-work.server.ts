import type { Db } from '~/db/begin.server'
import type { Locale } from '~/i18n/resources'
import type { TableFormat } from '~/lib/table-file'
import type { RosterColumn } from './roster-column'
import { placeFinder, type Place } from './roster-place'
import type { RosterRow, RowProblem } from './roster-row'
import { platformFinder, sectorFinder } from './roster-words'
import type { ImportFailure } from './import-state'

/** An import as the job holds it. */
export type HeldImport = {
	state: 'reading' | 'applying' | 'undoing'
	organisationId: string
	unionArea: string | null
	kind: TableFormat
	fileId: string
	language: Locale
	areaCode: string | null
	sectorCode: string | null
	headerRow: number | null
	columns: RosterColumn[]
}

/** Take it in hand; null when another job has it, or nothing is to be done. */
export async function importToWork(db: Db, id: string): Promise<HeldImport | null> {
	const [row] = await db<HeldImport[]>`select * from private.import_to_work(${id})`
	return row ?? null
}
export const letGoOfImport = (db: Db, id: string) => db`select private.let_go_of_import(${id})`

/** What rows are understood with: places near the union first, trades and platforms in both languages. */
export async function readWords(db: Db, unionArea: string | null) {
	const [places, sectors, platforms] = await Promise.all([
		db<Place[]>`select code, parent_code, level, name_zh, name_en from app.areas`,
		db<
			{ code: string; names: string[] }[]
		>`select code, array[name_zh, name_en] as names from app.sectors order by sort`,
		db<
			{ code: string; names: string[] }[]
		>`select code, array[name_zh, name_en] as names from app.platforms order by sort`,
	])
	return {
		findPlace: placeFinder(places, unionArea),
		findSector: sectorFinder(sectors),
		findPlatform: platformFinder(platforms),
	}
}

/** False once the import was stopped. */
export async function importHeaded(db: Db, id: string, headerRow: number, columns: RosterColumn[]): Promise<boolean> {
	const [row] = await db<
		{ on: boolean }[]
	>`select private.import_headed(${id}, ${headerRow}, ${db.json(columns)}) as on`
	return row!.on
}
export const importUnmapped = (db: Db, id: string) => db`select private.import_unmapped(${id})`
export const importFailed = (db: Db, id: string, failure: ImportFailure) =>
	db`select private.import_failed(${id}, ${failure})`

export type Refused = { rowNo: number; problems: RowProblem[] }
/** Keep one bite of rows. Answers those that will not be taken; null once the import was stopped. */
export async function stageRows(db: Db, id: string, rows: RosterRow[], readRows: number): Promise<Refused[] | null> {
	const [row] = await db<{ goingOn: boolean; refused: Refused[] }[]>`
		select * from private.stage_import_rows(${id}, ${db.json(rows)}, ${readRows})`
	return row!.goingOn ? row!.refused : null
}

/** The key for the rows to correct; null once the import was stopped. */
export async function problemsKey(db: Db, id: string): Promise<string | null> {
	const [row] = await db<{ key: string | null }[]>`select private.import_problems_key(${id}) as key`
	return row?.key ?? null
}
export const importRead = (db: Db, id: string, totalRows: number, withProblems: boolean) =>
	db`select private.import_read(${id}, ${totalRows}, ${withProblems})`

/** One bite; 0 when it is done or was stopped. */
export async function takeOverRows(db: Db, id: string): Promise<number> {
	const [row] = await db<{ rows: number }[]>`select private.take_over_rows(${id}) as rows`
	return row!.rows
}
export async function undoRows(db: Db, id: string): Promise<number> {
	const [row] = await db<{ rows: number }[]>`select private.undo_import_rows(${id}) as rows`
	return row!.rows
}

/** The clock's part: jobs for imports whose job died; after seven days, or never sent, an end to files and rows. */
export const wakeImports = (db: Db) => db`select private.wake_imports()`
export const purgeImports = (db: Db) => db`select private.purge_imports()`
