import type { TableFormat } from '~/lib/table-file'
import type { ImportFailure, ImportState, RowVerdict } from './import-state'
import type { RosterColumn } from './roster-column'
import type { RowProblem } from './roster-row'

export type Counts = Partial<Record<RowVerdict, number>>
export type ImportLine = {
	id: string
	fileName: string
	state: ImportState
	createdAt: Date
	totalRows: number
	madeRows: number
	alteredRows: number
}
export type ImportFacts = ImportLine & {
	organisationId: string
	kind: TableFormat
	failure: ImportFailure | null
	columns: RosterColumn[]
	areaCode: string | null
	sectorCode: string | null
	readRows: number
	counts: Counts
	doneRows: number
	skippedRows: number
	undoneRows: number
	stopped: boolean
	finishedAt: Date | null
	/** Taken over less than a day ago. */ undoable: boolean
	hasProblems: boolean
}
export type RowLine = {
	rowNo: number
	verdict: RowVerdict
	problems: RowProblem[]
	name: string | null
	phone: string | null
	otherUnion: string | null
	outcome: 'made' | 'altered' | 'skipped' | 'undone' | null
}
/** Stations by names that the union does not know yet. */
export type NewStations = { count: number; names: string[] }

/** Which rows are shown first: those that need somebody. */
export const firstVerdict = (counts: Counts): RowVerdict =>
	(['error', 'duplicate', 'elsewhere', 'left', 'update', 'new'] as const).find((verdict) => counts[verdict]) ?? 'new'
