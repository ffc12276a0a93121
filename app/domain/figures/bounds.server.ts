import loadHighs from 'highs'
import { hangTogether } from './hang-together'
import type { System } from './system'

/** Whole numbers between which a reader of all that is published can place a number. */
export type Interval = { low: number; high: number }
/** What is published of cells that are not shown as they are: nothing, or something that leaves them open between two numbers. */
export type Open = ReadonlyMap<string, Interval>
/** A zero is always shown, so what is hidden is none. */
export const HIDDEN: Interval = { low: 1, high: Infinity }

type Row = { terms: [key: string, factor: 1 | -1][]; constant: number }
type Part = { unknowns: string[]; rows: Row[] }
type Solver = Awaited<ReturnType<typeof loadHighs>>
const loading = loadHighs()
/** A solver's 0.9999999 is a 1. */
const [up, down] = [(value: number) => Math.ceil(value - 1e-6), (value: number) => Math.floor(value + 1e-6)]

/** One part as a model of HiGHS that is asked again and again; each answer starts from the last one. */
function modelOf(highs: Solver, { unknowns, rows }: Part, limits: (key: string) => Interval) {
	const index = new Map(unknowns.map((key, i) => [key, i]))
	const terms = rows.flatMap((row) => row.terms)
	const starts = [0]
	for (const row of rows) starts.push(starts.at(-1)! + row.terms.length)
	const right = rows.map(({ constant }) => constant)
	const finite = (high: number) => (Number.isFinite(high) ? high : highs.infinity)
	const model = highs.createModel({
		numCols: unknowns.length,
		numRows: rows.length,
		colCost: unknowns.map(() => 0),
		colLower: unknowns.map((key) => limits(key).low),
		colUpper: unknowns.map((key) => finite(limits(key).high)),
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
	model.options.set({ output_flag: false, presolve: 'off' })
	const told = () => ({ status: model.getModelStatus(), all: model.getSolution().colValue })
	return {
		/** What all unknowns are where these, each with its sign, are together as great as can be; none where that has no end. */
		greatest(goal: ReadonlyMap<string, 1 | -1>): ArrayLike<number> | null {
			for (const [key, sign] of goal) model.changeColCost(index.get(key)!, -sign)
			model.run()
			const { status, all } = told()
			for (const key of goal.keys()) model.changeColCost(index.get(key)!, 0)
			return status === highs.constants.modelStatus.optimal ? all : null
		},
		/** The least (1) or greatest (-1) value of one unknown, and what all of them are then; none where it has no end. */
		extreme(key: string, factor: 1 | -1): { value: number; all: ArrayLike<number> | null } {
			const column = index.get(key)!
			model.changeColCost(column, factor)
			model.run()
			const { status, all } = told()
			const found = { value: factor * model.getObjectiveValue(), all }
			model.changeColCost(column, 0)
			if (status === highs.constants.modelStatus.optimal) return found
			if (status === highs.constants.modelStatus.unbounded) return { value: -factor * Infinity, all: null }
			throw new Error(`what is published contradicts itself (${key}: ${status})`)
		},
		end: () => model.dispose(),
	}
}

/**
 * How closely each wanted number can be worked out from everything else together: the least and the greatest value that
 * fits all sums. By linear programming (HiGHS), for each part of the system in which unknown numbers hang together.
 */
export async function boundsOf(
	system: System,
	open: Open,
	wanted: ReadonlySet<string>,
): Promise<Map<string, Interval>> {
	const highs = await loading
	const bounds = new Map<string, Interval>()
	for (const part of partsOf(system, open, wanted)) {
		const model = modelOf(highs, part, (key) => open.get(key)!)
		try {
			for (const key of part.unknowns.filter((unknown) => wanted.has(unknown)))
				bounds.set(key, { low: up(model.extreme(key, 1).value), high: down(model.extreme(key, -1).value) })
		} finally {
			model.end()
		}
	}
	return bounds
}

/** What has been found out about parts that have not changed since. */
export type Memory = Map<string, string[]>
const FAR = 1_000
/** So many found at once are enough: what is hidden for them changes the rest. */
const ENOUGH = 24
/** A sign that looks like chance and is the same each time. */
const signOf = (i: number, round: number): 1 | -1 => ((Math.imul(i + 1 + 7919 * round, 2654435761) >>> 16) & 1 ? 1 : -1)

/**
 * Which of the wanted numbers can be placed within fewer than `width` whole numbers, those of one part together; of a part with
 * many at least some. Quicker than all bounds: whoever publishes knows the numbers themselves, and each answer of the solver
 * is an example for all of them. So it is asked about all at once first, each pushed up or down, and about one alone only
 * where that has not moved it far enough.
 */
export async function placedWithin(
	width: number,
	system: System,
	open: Open,
	wanted: ReadonlySet<string>,
	memory: Memory,
): Promise<string[][]> {
	const highs = await loading
	const found: string[][] = []
	const truth = (key: string) => system.cells.get(key)!.value
	for (const part of partsOf(system, open, wanted)) {
		const name = part.unknowns.map((key) => `${key} ${open.get(key)!.low} ${open.get(key)!.high}`).join()
		const known = memory.get(name) ?? closeOnes(part)
		memory.set(name, known)
		if (known.length > 0) found.push(known)
	}
	return found

	function closeOnes(part: Part): string[] {
		const asked = part.unknowns.filter((key) => wanted.has(key)).sort()
		const examples = new Map(asked.map((key) => [key, { low: truth(key), high: truth(key) }]))
		const wide = (key: string) => down(examples.get(key)!.high) - up(examples.get(key)!.low) >= width
		// far enough from the truth is far enough: with an end, the solver always has an example to show
		const model = modelOf(highs, part, (key) => ({
			low: open.get(key)!.low,
			high: Math.min(open.get(key)!.high, truth(key) + FAR),
		}))
		const learn = (all: ArrayLike<number> | null) => {
			for (const [i, unknown] of part.unknowns.entries()) {
				const example = examples.get(unknown)
				if (!example || !all) continue
				example.low = Math.min(example.low, all[i]!)
				example.high = Math.max(example.high, all[i]!)
			}
		}
		const close: string[] = []
		try {
			let left = asked
			// as long as a round settles more than the two questions that it costs
			for (let round = 0, before = Infinity; left.length > ENOUGH && before - left.length > 2; round++) {
				before = left.length
				for (const turn of [1, -1] as const)
					learn(model.greatest(new Map(left.map((key, i) => [key, (turn * signOf(i, round)) as 1 | -1]))))
				left = left.filter((key) => !wide(key))
			}
			for (const key of left) {
				for (const factor of [-1, 1] as const) if (!wide(key)) learn(model.extreme(key, factor).all)
				if (!wide(key)) close.push(key)
				if (close.length === ENOUGH) break
			}
		} finally {
			model.end()
		}
		return close
	}
}

/** Groups of unknown numbers that stand in sums with each other, as far as somebody is wanted among them. */
function partsOf({ cells, equations }: System, open: Open, wanted: ReadonlySet<string>): Part[] {
	const groupOf = hangTogether(open.keys(), equations)
	const rows: Row[] = []
	for (const { total, parts } of equations) {
		const row: Row = { terms: [], constant: 0 }
		for (const [key, factor] of [[total, -1], ...parts.map((part) => [part, 1] as const)] as const)
			if (open.has(key)) row.terms.push([key, factor])
			else row.constant -= factor * cells.get(key)!.value
		if (row.terms.length > 0) rows.push(row)
	}
	const found = new Map<string, Part>()
	for (const key of wanted) if (open.has(key)) found.set(groupOf(key), { unknowns: [], rows: [] })
	for (const key of open.keys()) found.get(groupOf(key))?.unknowns.push(key)
	for (const row of rows) found.get(groupOf(row.terms[0]![0]))?.rows.push(row)
	return [...found.values()]
}
