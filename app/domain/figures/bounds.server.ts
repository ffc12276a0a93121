import loadHighs from 'highs'
import type { System } from './system'

/** Whole numbers between which a reader of all that is published can place a number. */
export type Interval = { low: number; high: number }
/** What is published of cells that are not shown as they are: nothing, or something that leaves them open between two numbers. */
export type Open = ReadonlyMap<string, Interval>
/** `part`: which numbers hang together with which. */
export type Bounds = Interval & { part: number }
/** A zero is always shown, so what is hidden is none. */
export const HIDDEN: Interval = { low: 1, high: Infinity }

type Row = { terms: [key: string, factor: 1 | -1][]; constant: number }
type Part = { unknowns: string[]; rows: Row[] }
const loading = loadHighs()

/**
 * How closely each wanted number can be worked out from everything else together: the least and the greatest value that
 * fits all sums. By linear programming (HiGHS), for each part of the system in which unknown numbers hang together.
 */
export async function boundsOf(system: System, open: Open, wanted: ReadonlySet<string>): Promise<Map<string, Bounds>> {
	const highs = await loading
	const bounds = new Map<string, Bounds>()
	for (const [part, { unknowns, rows }] of partsOf(system, open, wanted).entries()) {
		const index = new Map(unknowns.map((key, i) => [key, i]))
		const terms = rows.flatMap((row) => row.terms)
		const starts = [0]
		for (const row of rows) starts.push(starts.at(-1)! + row.terms.length)
		const right = rows.map(({ constant }) => constant)
		const high = (key: string) => open.get(key)!.high
		const model = highs.createModel({
			numCols: unknowns.length,
			numRows: rows.length,
			colCost: unknowns.map(() => 0),
			colLower: unknowns.map((key) => open.get(key)!.low),
			colUpper: unknowns.map((key) => (Number.isFinite(high(key)) ? high(key) : highs.infinity)),
			rowLower: right,
			rowUpper: right,
			matrix: {
				format: 'csr',
				numRows: rows.length,
				numCols: unknowns.length,
				starts,
				indices: terms.map(([key]) => index.get(key)!),
				values: terms.map(([, factor]) => factor),
			},
		})
		try {
			model.options.set('output_flag', false)
			const least = (column: number, factor: 1 | -1) => {
				model.changeColCost(column, factor)
				model.run()
				const status = model.getModelStatus()
				const value = model.getObjectiveValue()
				model.changeColCost(column, 0)
				if (status === highs.constants.modelStatus.optimal) return value
				if (factor === -1 && status !== highs.constants.modelStatus.infeasible) return -Infinity
				throw new Error(`what is published contradicts itself (${unknowns[column]}: ${status})`)
			}
			for (const key of unknowns.filter((unknown) => wanted.has(unknown))) {
				const column = index.get(key)!
				// a solver's 0.9999999 is a 1
				bounds.set(key, { low: Math.ceil(least(column, 1) - 1e-6), high: Math.floor(1e-6 - least(column, -1)), part })
			}
		} finally {
			model.dispose()
		}
	}
	return bounds
}

/** Groups of unknown numbers that stand in sums with each other, as far as somebody is wanted among them. */
function partsOf({ cells, equations }: System, open: Open, wanted: ReadonlySet<string>): Part[] {
	const leader = new Map([...open.keys()].map((key) => [key, key]))
	const find = (key: string): string => {
		let at = key
		while (leader.get(at) !== at) {
			const next = leader.get(leader.get(at)!)!
			leader.set(at, next)
			at = next
		}
		return at
	}
	const rows: Row[] = []
	for (const { total, parts } of equations) {
		const row: Row = { terms: [], constant: 0 }
		for (const [key, factor] of [[total, -1], ...parts.map((part) => [part, 1] as const)] as const)
			if (open.has(key)) row.terms.push([key, factor])
			else row.constant -= factor * cells.get(key)!.value
		const [first] = row.terms
		if (!first) continue
		rows.push(row)
		for (const [key] of row.terms) leader.set(find(key), find(first[0]))
	}
	const found = new Map<string, Part>()
	for (const key of wanted) if (open.has(key)) found.set(find(key), { unknowns: [], rows: [] })
	for (const key of open.keys()) found.get(find(key))?.unknowns.push(key)
	for (const row of rows) found.get(find(row.terms[0]![0]))?.rows.push(row)
	return [...found.values()]
}
