import type { Codes } from './facts'
import type { Tree } from './system'
import { ALL, KINDS, TABLES, TABLE_CODES, type Dimension, type Measure, type TableCode } from './tables'

/** A number of the smallest cells of a month, as it is and not safe to show. `people`: at least so many stand behind it. */
export type RawCount = {
	tableCode: TableCode
	measure: Measure
	month: string
	row: string
	column: string
	value: number
	people: number
}
/** A time, a sum, a mean, or the part of a share, of `n` events; `largest`: what one alone brought to a sum. Not safe to show. */
export type RawQuantity = RawCount & { n: number; largest: number | null }
/** What a month is made of, before it is made safe. */
export type Figures = { counts: RawCount[]; quantities: RawQuantity[] }

/** Of events of which the nth has the code `codes[of[n]]`. Codes are in order, so that nothing depends on the order of events. */
type Index = { codes: string[]; of: Int32Array }

export function indexOf(list: Codes): Index {
	const all = list.split(' ')
	const found = new Map<string, number>()
	const of = new Int32Array(all.length)
	for (let i = 0; i < all.length; i++) {
		let at = found.get(all[i]!)
		if (at === undefined) found.set(all[i]!, (at = found.size))
		of[i] = at
	}
	const codes = [...found.keys()].sort()
	const ordered = new Int32Array(codes.length)
	for (const [at, code] of codes.entries()) ordered[found.get(code)!] = at
	for (let i = 0; i < of.length; i++) of[i] = ordered[of[i]!]!
	return { codes, of }
}
/** The same of some of the events only. */
export const only = ({ codes, of }: Index, which: readonly number[]): Index => ({
	codes,
	of: Int32Array.from(which, (i) => of[i]!),
})

/**
 * How much each event weighs: 1 / (events of its person among these), so that the weights of any of them together are no more
 * than the people behind them.
 */
export function weightsOf(person: readonly number[]): Float64Array {
	const once = new Set<number>()
	const several = new Map<number, number>() // few: kept apart, because most people ask once
	for (const who of person)
		if (once.has(who)) several.set(who, (several.get(who) ?? 1) + 1)
		else once.add(who)
	const weights = new Float64Array(person.length)
	for (let i = 0; i < person.length; i++) weights[i] = 1 / (several.get(person[i]!) ?? 1)
	return weights
}

/**
 * The smallest cells of every table that says this of these events: `lists` name the code of each in each dimension.
 * `times`: for how many the nth event stands, each of them one person; else one, of which `weights` tell how much of a person.
 */
export function countsOf(
	month: string,
	measure: Measure,
	lists: Partial<Record<Dimension, Index>>,
	{ times, weights }: { times?: ArrayLike<number>; weights?: ArrayLike<number> },
): RawCount[] {
	const codes = TABLE_CODES.filter((code) => (TABLES[code].measures as readonly Measure[]).includes(measure))
	return codes.flatMap((tableCode) => {
		const [rows, columns] = [lists[TABLES[tableCode].rows]!, lists[TABLES[tableCode].columns]!]
		const across = columns.codes.length
		const value = new Float64Array(rows.codes.length * across)
		const people = new Float64Array(value.length)
		for (let i = 0; i < rows.of.length; i++) {
			const [cell, many] = [rows.of[i]! * across + columns.of[i]!, times ? times[i]! : 1]
			value[cell]! += many
			people[cell]! += weights ? weights[i]! : many
		}
		const found: RawCount[] = []
		for (let cell = 0; cell < value.length; cell++) {
			if (value[cell] === 0) continue
			const [row, column] = [rows.codes[Math.floor(cell / across)]!, columns.codes[cell % across]!]
			found.push({ tableCode, measure, month, row, column, value: value[cell]!, people: people[cell]! })
		}
		return found
	})
}

/** Where in a table something is told. */
type Place = { row: string; column: string }
/** In which places each of some events is told: the nth in `places[p]`, for each p of `within[of[n]]`. */
export type Layout = { places: Place[]; within: number[][]; of: Int32Array }

/** The rows of a code of a tree, in one column: its own, those of everything above it, and `all`. */
export function inRows({ codes, of }: Index, tree: Tree['parentOf'], column: string): Layout {
	const nth = new Map<string, number>()
	const placeOf = (row: string) => {
		if (!nth.has(row)) nth.set(row, nth.size)
		return nth.get(row)!
	}
	const within = codes.map((code) => {
		const up: number[] = []
		for (let at: string | null | undefined = code; at; at = tree.get(at)) up.push(placeOf(at))
		return [...up, placeOf(ALL)]
	})
	return { places: [...nth.keys()].map((row) => ({ row, column })), within, of }
}
/** The column of a code, in the row of everything. */
export const inColumns = ({ codes, of }: Index): Layout => ({
	places: codes.map((column) => ({ row: ALL, column })),
	within: codes.map((_, at) => [at]),
	of,
})

/** The values as a list of whole numbers; what is not there is NaN. */
export function wholeNumbers(values: readonly (number | boolean | null)[]): Float64Array {
	const found = new Float64Array(values.length)
	for (let i = 0; i < values.length; i++) found[i] = values[i] === null ? NaN : Number(values[i])
	return found
}

/**
 * What these events come to in each of their places, in `unit`s of their whole numbers. Those without a value (NaN) are none; a
 * part of a share is a 1 or a 0.
 */
export function quantitiesOf(
	month: string,
	tableCode: TableCode,
	measures: readonly Measure[],
	{ values, unit = 1 }: { values: Float64Array; unit?: number },
	layout: Layout,
	weights?: ArrayLike<number>,
): RawQuantity[] {
	const { places } = layout
	const { n, people, total, largest } = summed(values, layout, weights)
	const sorted = measures.some((measure) => KINDS[measure] === 'middle') ? sortedOf(values, layout, n) : null
	const valueOf = (measure: Measure, place: number) => {
		const kind = KINDS[measure]
		if (kind === 'middle') return quantile(sorted![place]!, measure.endsWith('_p90') ? 0.9 : 0.5)
		return kind === 'mean' ? total[place]! / n[place]! : total[place]!
	}
	const found: RawQuantity[] = []
	for (const measure of measures)
		for (const [place, { row, column }] of places.entries())
			if (n[place]! > 0)
				found.push({
					tableCode,
					measure,
					month,
					row,
					column,
					value: valueOf(measure, place) / unit,
					n: n[place]!,
					people: people[place]!,
					largest: KINDS[measure] === 'sum' ? largest[place]! / unit : null,
				})
	return found
}

type Sums = Record<'n' | 'people' | 'total' | 'largest', Float64Array>
const zeros = (length: number): Sums => {
	const list = () => new Float64Array(length)
	return { n: list(), people: list(), total: list(), largest: list() }
}
/** For each code first, and then for each of the places that it lies in. */
function summed(values: Float64Array, { places, within, of }: Layout, weights?: ArrayLike<number>): Sums {
	const own = zeros(within.length)
	for (let i = 0; i < values.length; i++) {
		const [value, code] = [values[i]!, of[i]!]
		if (Number.isNaN(value)) continue
		own.n[code]!++
		own.people[code]! += weights ? weights[i]! : 1
		own.total[code]! += value
		if (value > own.largest[code]!) own.largest[code] = value
	}
	const all = zeros(places.length)
	for (const [code, above] of within.entries())
		for (const place of above) {
			for (const sum of ['n', 'people', 'total'] as const) all[sum][place]! += own[sum][code]!
			all.largest[place] = Math.max(all.largest[place]!, own.largest[code]!)
		}
	return all
}

/** More than there are events in a month; with a number of seconds before it, it still fits into a whole number. */
const PLACE_OF_EVENT = 2 ** 21

/** The values of each place, from the least to the greatest: sorted once, with the event behind each, and then dealt out. */
function sortedOf(values: Float64Array, { within, of }: Layout, n: Float64Array): Float64Array[] {
	if (values.length > PLACE_OF_EVENT) throw new Error('more events than a month has')
	const order = new Float64Array(values.length)
	for (let i = 0; i < order.length; i++) order[i] = values[i]! * PLACE_OF_EVENT + i
	order.sort() // what is not there, NaN, goes to the end
	let next = 0
	const starts = Int32Array.from(n, (many) => (next += many) - many)
	const all = new Float64Array(next)
	const ends = starts.slice()
	for (let i = 0; i < order.length && !Number.isNaN(order[i]); i++) {
		const value = Math.floor(order[i]! / PLACE_OF_EVENT)
		const places = within[of[order[i]! - value * PLACE_OF_EVENT]!]!
		for (let p = 0; p < places.length; p++) all[ends[places[p]!]!++] = value
	}
	return Array.from(starts, (start, place) => all.subarray(start, ends[place]))
}

/** Between the two nearest where it falls between them (Hyndman and Fan's type 7, `percentile_cont` of SQL). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
	const at = share * (sorted.length - 1)
	const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
	return low + (high - low) * (at - Math.floor(at))
}
