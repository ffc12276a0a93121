import type { Named } from '~/domain/vocabulary/vocabulary.server'
import type { Asked, BoardName, By } from './address'
import type { Figure } from './look-up'
import { type ALL, type Measure } from './tables'

/** One number at the top of a page. `over`: all months of the period, or the last one. */
export type Head = Figure & {
	measure: Measure
	ending: Ending | null
	over: 'period' | 'month'
	/** To the months right before that are as many; null where either is not shown. */
	change: number | null
}

/** How cases ended, apart. `confirmed` has three parts. */
export const ENDINGS = [
	'confirmed.got_help',
	'confirmed.partly',
	'confirmed.not_helped',
	'unanswered',
	'disputed',
	'withdrawn',
	'desk',
] as const
export type Ending = (typeof ENDINGS)[number] | 'confirmed' | typeof ALL

/** What a column is about; `place`: of which place, where two are compared; `month`: null is the whole period. */
export type Column = { measure: Measure; ending?: Ending; place?: string; month?: string | null }
export type RowKind = 'month' | 'place' | By
export type Row = {
	kind: RowKind
	/** A month, or a code; `rest`: what siblings that are not shown one by one come to together. */
	code: string
	name: string | null
	cells: Figure[]
	/** Leads further down. */
	area?: string
}
/**
 * One chart and the table with the same numbers. The chart draws the first column, each column (lines), or the parts of
 * the first (stacks). `places` has no chart.
 */
export type Block = {
	id: string
	chart: 'lines' | 'bars' | 'stacks' | 'places'
	section: Section
	measures: Measure[]
	columns: Column[]
	rows: Row[]
	/** Of more than one month. */
	several: boolean
}
export const SECTIONS = ['course', 'parts', 'endings', 'speed', 'gains', 'places'] as const
export type Section = (typeof SECTIONS)[number]

export type Told = { month: string; revision: number; publishedAt: Date; note: string | null }
/** Everything on one page of figures, as page and file show it. */
export type Board = {
	board: BoardName
	asked: Asked
	/** From the top down to the place itself; empty for the whole. */
	path: Named[]
	compare: Named | null
	/** Places that may be chosen: those above, beside and below. */
	choices: { above: Named[]; beside: Named[]; below: Named[] }
	/** All months that were told, the earliest first. */
	told: string[]
	/** Those shown, and when each was told last. */
	months: Told[]
	before: string[]
	heads: Head[]
	blocks: Block[]
	/** Trade and platform are told of the whole only: so the page shows kinds of need instead. */
	insteadOf: By | null
}
export const REST_ROW = 'rest'

const figuresOf = ({ heads, blocks }: Pick<Board, 'heads' | 'blocks'>): Figure[] => [
	...heads,
	...blocks.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
]
/** Nothing of a place is there. */
export const isEmpty = (board: Pick<Board, 'heads' | 'blocks'>) =>
	figuresOf(board).every(({ value }) => value === undefined || value === 0)
/** Nothing of it is shown. */
export const isAllHidden = (board: Pick<Board, 'heads' | 'blocks'>) =>
	!figuresOf(board).some(({ value }) => typeof value === 'number' && value !== 0)
