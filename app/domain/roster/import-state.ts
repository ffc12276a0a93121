/** The source of the life of an import: read, looked at, taken over, perhaps undone. */
export const IMPORT_NEXT = {
	uploading: ['reading', 'cancelled'],
	reading: ['unmapped', 'ready', 'failed', 'cancelled'],
	unmapped: ['reading', 'cancelled'],
	ready: ['reading', 'applying', 'cancelled'],
	failed: [],
	cancelled: [],
	applying: ['applied'],
	applied: ['undoing'],
	undoing: ['undone'],
	undone: [],
} as const
export type ImportState = keyof typeof IMPORT_NEXT
/** A job is at it, or about to be. */
export const AT_WORK: readonly ImportState[] = ['uploading', 'reading', 'applying', 'undoing']

/** Why a file could not be read at all. */
export const IMPORT_FAILURES = ['unreadable', 'too_many_rows', 'no_rows', 'too_large', 'lost', 'broken'] as const
export type ImportFailure = (typeof IMPORT_FAILURES)[number]

/** What would become of a row. */
export const ROW_VERDICTS = ['new', 'update', 'same', 'duplicate', 'elsewhere', 'left', 'error'] as const
export type RowVerdict = (typeof ROW_VERDICTS)[number]

export const ROSTER_MEGABYTES = 10
export const ROSTER_BYTES = ROSTER_MEGABYTES * 1_048_576
export const MOST_ROWS = 50_000
