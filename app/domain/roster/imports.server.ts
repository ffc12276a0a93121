import type { TableFormat } from '~/lib/table-file'
import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { RowVerdict } from './import-state'
import type { ImportFacts, ImportLine, NewStations, RowLine } from './import-view'

const PAGE = 25

/** The imports of a union, the newest first, with the key of the next page. */
export async function listImports(db: Db, organisationId: string, after: string[]) {
	const [at, id] = after
	const rows = await db<ImportLine[]>`
		select id, file_name, state, created_at, total_rows, made_rows, altered_rows from app.member_imports
		where union_organisation_id = ${organisationId} ${id ? db`and (created_at, id) < (${at ?? ''}, ${id}::uuid)` : db``}
		order by created_at desc, id desc limit ${PAGE + 1}`
	const imports = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? imports.at(-1) : undefined
	return { imports, next: last ? [last.createdAt.toISOString(), last.id] : null }
}

/** One import; not there for anybody but the officers of its union. */
export async function readImport(db: Db, organisationId: string, importId: string): Promise<ImportFacts> {
	const [row] = await db<ImportFacts[]>`
		select id, union_organisation_id as organisation_id, file_name, kind, state, failure, columns, area_code, sector_code, created_at,
			total_rows, read_rows, counts, done_rows, made_rows, altered_rows, skipped_rows, undone_rows, stopped, finished_at,
			state = 'applied' and finished_at > now() - interval '1 day' as undoable, private.import_problems_file(id) is not null as has_problems
		from app.member_imports where id = ${importId} and union_organisation_id = ${organisationId}`
	if (!row) throw new AppError('notFound')
	return row
}

/** The rows with one verdict, in the file's order. Names and numbers stand there until they have been taken over. */
export async function listRows(db: Db, language: Locale, importId: string, verdict: RowVerdict, after: string[]) {
	const rows = await db<RowLine[]>`
		select r.row_no, r.verdict, r.problems, r.name, r.phone, r.outcome, ${named(db, language, 'o')} as other_union
		from app.import_rows r left join app.organisations o on o.id = r.other_union_id
		where r.import_id = ${importId} and r.verdict = ${verdict} ${after[0] ? db`and r.row_no > ${Number(after[0]) || 0}` : db``}
		order by r.row_no limit ${PAGE + 1}`
	const shown = rows.slice(0, PAGE)
	return { rows: shown, next: rows.length > PAGE ? [String(shown.at(-1)!.rowNo)] : null }
}

/** Stations of rows to be taken over that the union does not have, by name. */
export async function newStations(db: Db, organisationId: string, importId: string): Promise<NewStations> {
	const rows = await db<{ name: string }[]>`
		select distinct r.station as name from app.import_rows r
		where r.import_id = ${importId} and r.verdict in ('new', 'update') and r.station is not null
			and not exists (select from app.stations s where s.union_organisation_id = ${organisationId} and s.name = r.station)
		order by 1 limit 1000`
	return { count: rows.length, names: rows.slice(0, 20).map(({ name }) => name) }
}

type Begun = {
	importId: string
	organisationId: string
	fileName: string
	kind: TableFormat
	size: number
	language: Locale
	area: string | undefined
	sector: string | undefined
}
/** Answers the key under which the bytes are to be stored; null when they have arrived before. */
export async function beginImport(db: Db, begun: Begun): Promise<string | null> {
	const { importId, organisationId, fileName, kind, size, language, area, sector } = begun
	const [row] = await db<
		{ key: string | null }[]
	>`select private.begin_import(${importId}, ${organisationId}, ${fileName}, ${kind}, ${size},
		${language}, ${area ?? null}, ${sector ?? null}) as key`
	return row!.key
}
/** Said once the bytes are there. */
export const importStored = (db: Db, importId: string) => db`select private.import_stored(${importId})`

/** The file is read once more, with the columns as the officer says. */
export const mapImport = (db: Db, importId: string, fields: string[], area?: string, sector?: string) =>
	db`select private.map_import(${importId}, ${fields}, ${area ?? null}, ${sector ?? null})`

type TakenOver = { existing: 'update' | 'skip'; stations: boolean; made: number; changed: number }
/** `conflict` when it would do something else than was shown. */
export const takeOverImport = (db: Db, importId: string, { existing, stations, made, changed }: TakenOver) =>
	db`select private.take_over_import(${importId}, ${existing}, ${stations}, ${made}, ${changed})`

/** Nothing is left of it; half-way what was taken over stays. */
export const stopImport = (db: Db, importId: string) => db`select private.stop_import(${importId})`
/** Within a day. */
export const undoImport = (db: Db, importId: string) => db`select private.undo_import(${importId})`

/** Where the rows to correct lie; null when there are none, or their time is over. */
export async function problemsFileOf(db: Db, importId: string): Promise<string | null> {
	const [row] = await db<{ key: string | null }[]>`select private.import_problems_file(${importId}) as key`
	return row?.key ?? null
}
