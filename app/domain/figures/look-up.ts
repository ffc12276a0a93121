import type { Locale } from '~/i18n/resources'
import type { Value } from './chart-shapes'
import { KINDS, type Measure, type TableCode } from './tables'

/** A month that was told; `note`: why it was told again. Months are first days, `2026-10-01`. */
export type PublishedMonth = {
	month: string
	revision: number
	publishedAt: Date
	note: Record<Locale, string> | null
}
/** A number as it was published. `value` null: there is one, and it is not shown. */
export type Cell = {
	tableCode: TableCode
	measure: Measure
	month: string
	row: string
	column: string
	value: number | null
	n: number | null
}
export type Place = { table: TableCode; measure: Measure; row: string; column: string }
/** `null`: not shown. `undefined`: there is nothing to show, such as the usual time of no case. */
export type Figure = { value: Value; n: number | null }
export type LookUp = (place: Place, month: string) => Figure

/** Finds numbers among those that were read. Zeros are not stored: a count that is not there is one, of a month that was told. */
export function lookUp(cells: readonly Cell[], months: readonly string[]): LookUp {
	const known = new Map(cells.map((cell) => [keyOf(cell.tableCode, cell, cell.month), cell]))
	const told = new Set(months)
	return (place, month) => {
		const cell = known.get(keyOf(place.table, place, month))
		if (cell) return { value: cell.value, n: cell.n }
		const zero = isCount(place.measure) && told.has(month)
		return { value: zero ? 0 : undefined, n: null }
	}
}
const keyOf = (table: TableCode, { measure, row, column }: Pick<Cell, 'measure' | 'row' | 'column'>, month: string) =>
	`${table} ${measure} ${row} ${column} ${month}`

/** What is counted, and so may be added over months; a number of members is one of a moment. */
export const isAdded = (measure: Measure) => KINDS[measure] === 'count' || KINDS[measure] === 'sum'
const isCount = (measure: Measure) => KINDS[measure] === 'count' || KINDS[measure] === 'stock'

/** Several months in one number, where every one of them is shown; not shown else. Times, shares and marks are never added. */
export function sumOf(values: readonly Value[]): Value {
	if (values.some((value) => value === null)) return null
	const numbers = values.filter((value) => value !== undefined)
	return numbers.length === 0 ? undefined : numbers.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/** From one shown number to another; nothing where either is not shown. */
export const changeOf = (before: Value, now: Value): number | null =>
	typeof before === 'number' && typeof now === 'number' ? now - before : null

/** The first day of the month that many months later, or earlier. */
export function monthAfter(month: string, months: number): string {
	const at = new Date(`${month}T00:00:00Z`)
	at.setUTCMonth(at.getUTCMonth() + months)
	return at.toISOString().slice(0, 10)
}
/** How many months there are from one to another, both counted. */
export const monthsBetween = (from: string, to: string) => {
	const [a, b] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)))
	return b! - a! + 1
}
export const monthsFrom = (from: string, to: string) =>
	Array.from({ length: Math.max(0, monthsBetween(from, to)) }, (_, index) => monthAfter(from, index))
