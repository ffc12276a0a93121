import { asService } from '~/db/service.server'
import { MOST_ROWS } from '~/domain/roster/import-state'
import {
	importFailed,
	importHeaded,
	importRead,
	importToWork,
	importUnmapped,
	letGoOfImport,
	problemsKey,
	readWords,
	stageRows,
	takeOverRows,
	undoRows,
	type HeldImport,
} from '~/domain/roster/import-work.server'
import { problemLines } from '~/domain/roster/problem-lines.server'
import { columnsOf, headingRow, LOOKED_AT } from '~/domain/roster/headings.server'
import { isMapped, type RosterColumn } from '~/domain/roster/roster-column'
import { RosterFileError, rowsOf, type FileRow } from '~/domain/roster/roster-file.server'
import { rowReader, type RosterRow } from '~/domain/roster/roster-row'
import { workerEnv } from '~/env.server'
import { memberHash } from '~/lib/member-hash.server'
import { getFile, putFile } from '~/storage/attachments.server'
import { defineTask } from '../define-task.server'

const BITE = 500

/**
 * Whatever is to be done with an import now: read it, take it over, undo it. Every bite is a transaction of its own, so that
 * a job that dies is begun again by the clock and ends in the same place.
 */
export const workImportTask = defineTask('work_import', async ({ importId }) => {
	const held = await asService('work_import: hold', (db) => importToWork(db, importId))
	if (!held) return
	try {
		if (held.state === 'reading') await read(importId, held)
		else {
			const bite = held.state === 'applying' ? takeOverRows : undoRows
			while ((await asService(`work_import: ${held.state}`, (db) => bite(db, importId))) > 0);
		}
	} catch (error) {
		if (error instanceof RosterFileError)
			await asService('work_import: failed', (db) => importFailed(db, importId, error.failure))
		else {
			await asService('work_import: let go', (db) => letGoOfImport(db, importId)).catch(() => {})
			throw error
		}
	}
})

async function read(importId: string, held: HeldImport): Promise<void> {
	const bytes = await getFile(held.fileId)
	if (!bytes) throw new RosterFileError('lost')
	const rows = rowsOf(Buffer.from(await bytes.arrayBuffer()), held.kind)
	const first = await take(rows, LOOKED_AT)
	const headed = headingsOf(first, held)
	if (!(await asService('work_import: headings', (db) => importHeaded(db, importId, headed.row, headed.columns))))
		return
	if (!isMapped(headed.columns))
		return void (await asService('work_import: columns', (db) => importUnmapped(db, importId)))

	const { MEMBER_SECRET } = workerEnv()
	const words = await asService('work_import: words', (db) => readWords(db, held.unionArea))
	const reader = rowReader({
		...words,
		columns: headed.columns,
		areaCode: held.areaCode,
		sectorCode: held.sectorCode,
		hash: (kind, normal) => memberHash(MEMBER_SECRET, kind, normal).toString('hex'),
		today: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
	})
	const problems = problemLines(held.language, headed.columns)
	let total = 0
	let bite: { row: RosterRow; cells: string[] }[] = []
	const keep = async () => {
		const [rowsNow, cells] = [bite.map(({ row }) => row), new Map(bite.map((one) => [one.row.rowNo, one.cells]))]
		bite = []
		const refused = await asService('work_import: rows', (db) => stageRows(db, importId, rowsNow, total))
		if (refused) problems.add(refused, (rowNo) => cells.get(rowNo) ?? [])
		return refused !== null
	}
	for await (const { rowNo, cells } of both(first, rows)) {
		if (rowNo <= headed.row) continue
		const row = reader(rowNo, cells)
		if (!row) continue
		if (++total > MOST_ROWS) throw new RosterFileError('too_many_rows')
		bite.push({ row, cells })
		if (bite.length === BITE && !(await keep())) return
	}
	if (total === 0) throw new RosterFileError('no_rows')
	if (bite.length > 0 && !(await keep())) return
	if (!problems.empty) {
		const key = await asService('work_import: key', (db) => problemsKey(db, importId)) // the row knows of the bytes before they are there
		if (!key) return
		await putFile(key, problems.bytes(), 'text/csv')
	}
	await asService('work_import: read', (db) => importRead(db, importId, total, !problems.empty))
}

/** Where the headings stand and what they mean: as an officer has said, else as they are recognised. */
function headingsOf(first: FileRow[], held: HeldImport): { row: number; columns: RosterColumn[] } {
	if (held.headerRow !== null && isMapped(held.columns)) return { row: held.headerRow, columns: held.columns }
	const known =
		headingRow(first.map(({ cells }) => cells)) ?? first.findIndex(({ cells }) => cells.some((cell) => cell.trim()))
	const row = first[known]
	if (!row) throw new RosterFileError('no_rows')
	const headings = row.cells.map((cell) => cell.trim().slice(0, 100))
	while (headings.at(-1) === '') headings.pop()
	return { row: row.rowNo, columns: columnsOf(headings) }
}

async function take(rows: AsyncGenerator<FileRow>, most: number): Promise<FileRow[]> {
	const taken: FileRow[] = []
	while (taken.length < most) {
		const { value, done } = await rows.next()
		if (done) break
		taken.push(value)
	}
	return taken
}
async function* both(first: FileRow[], rest: AsyncGenerator<FileRow>) {
	yield* first
	yield* rest
}
