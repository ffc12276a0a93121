import { ALL, type Dimension } from './tables'

/** A dimension: its codes, each with the one above it; null for those right below `all`. */
export type Tree = { dimension: Dimension; parentOf: ReadonlyMap<string, string | null> }
/** A number of events. `people`: at least how many different people stand behind it. */
export type Count = { value: number; people: number }
export type Leaf = Count & { row: string; column: string }
/** `total` is the sum of `parts`; all are keys of cells, and zeros are left out. */
export type Equation = { total: string; parts: string[] }
/** Everything that is published of one count in one month, and all that adds up in it. */
export type System = { cells: Map<string, Count>; equations: Equation[] }
/** One table of it, and where in the table each cell stands. */
export type Grid = System & { places: { row: string; column: string; key: string }[] }

/** What cannot be placed further down: a city chosen without a district. It is a part of its parent like the others. */
const rest = (code: string) => `${code}:unplaced`

/** One name for one number, whichever tables it stands in: the margins of two tables are the same cells. */
export const cellKey = (...parts: [Dimension, string][]) =>
	parts
		.filter(([, code]) => code !== ALL)
		.map(([dimension, code]) => `${dimension}=${code}`)
		.sort()
		.join('&') || ALL

/** The table of two dimensions with all its margins. Leaves may name any code of a tree; an unknown one is a mistake. */
export function gridOf(leaves: readonly Leaf[], rows: Tree, columns: Tree): Grid {
	const cells = new Map<string, Count>()
	const places = new Map<string, Grid['places'][number]>()
	const seen = { row: new Set<string>(), column: new Set<string>() }
	const trees = {
		row: withRests(
			rows,
			leaves.map(({ row }) => row),
		),
		column: withRests(
			columns,
			leaves.map(({ column }) => column),
		),
	}
	for (const { row, column, value, people } of leaves)
		for (const above of trees.row.path(row))
			for (const beside of trees.column.path(column)) {
				const key = cellKey([rows.dimension, above], [columns.dimension, beside])
				const cell = cells.get(key) ?? { value: 0, people: 0 }
				cells.set(key, { value: cell.value + value, people: cell.people + people })
				places.set(key, { row: above, column: beside, key })
				seen.row.add(above)
				seen.column.add(beside)
			}
	const equations: Equation[] = []
	const add = (total: string, parts: string[]) => {
		const present = parts.filter((part) => cells.has(part))
		if (cells.has(total) && present.length > 0) equations.push({ total, parts: present })
	}
	for (const row of seen.row)
		for (const [code, children] of trees.column.families)
			add(
				cellKey([rows.dimension, row], [columns.dimension, code]),
				children.map((child) => cellKey([rows.dimension, row], [columns.dimension, child])),
			)
	for (const column of seen.column)
		for (const [code, children] of trees.row.families)
			add(
				cellKey([rows.dimension, code], [columns.dimension, column]),
				children.map((child) => cellKey([rows.dimension, child], [columns.dimension, column])),
			)
	return { cells, equations, places: [...places.values()] }
}

/** Only the margins: what is said of a place or of a trade, and not of one in the other. */
export function marginsOf({ cells, equations, places }: Grid): Grid {
	const kept = places.filter(({ row, column }) => row === ALL || column === ALL)
	const keys = new Set(kept.map(({ key }) => key))
	return {
		cells: new Map([...cells].filter(([key]) => keys.has(key))),
		equations: equations.filter(({ total, parts }) => [total, ...parts].every((key) => keys.has(key))),
		places: kept,
	}
}

/** Margins that were counted as such, from the smallest place up to all. What its parts leave of a place is a part of its own. */
export function marginSystem(margins: readonly Leaf[], rows: Tree, columns: Tree): Grid {
	const cells = new Map<string, Count>()
	const places: Grid['places'] = []
	for (const { row, column, value, people } of margins) {
		const key = cellKey([rows.dimension, row], [columns.dimension, column])
		cells.set(key, { value, people })
		places.push({ row, column, key })
	}
	const equations: Equation[] = []
	for (const tree of [rows, columns])
		for (const [code, family] of withRests(tree, []).families) {
			const total = cellKey([tree.dimension, code])
			const parts = family.map((child) => cellKey([tree.dimension, child])).filter((key) => cells.has(key))
			const whole = cells.get(total)
			if (!whole || parts.length === 0) continue
			const sum = (of: keyof Count) => parts.reduce((so, key) => so + cells.get(key)![of], 0)
			const left = { value: whole.value - sum('value'), people: Math.max(0, whole.people - sum('people')) }
			const unplaced = cellKey([tree.dimension, rest(code)])
			if (left.value > 0) cells.set(unplaced, left)
			equations.push({ total, parts: left.value > 0 ? [...parts, unplaced] : parts })
		}
	return { cells, equations, places }
}

/** Tables of one count belong together: what is hidden in one must not follow from another. Throws where they disagree. */
export function together(systems: readonly System[]): System {
	const cells = new Map<string, Count>()
	for (const system of systems)
		for (const [key, count] of system.cells) {
			const known = cells.get(key)
			if (known && known.value !== count.value) throw new Error(`${key} is ${known.value} and ${count.value}`)
			if (!known) cells.set(key, count)
		}
	const equations = systems.flatMap((system) => system.equations)
	return { cells, equations: [...new Map(equations.map((e) => [`${e.total}<${e.parts.join()}`, e])).values()] }
}

/** The tree with a place for what lies directly on an inner code; from a code all the way up; who is below whom. */
function withRests({ dimension, parentOf }: Tree, used: readonly string[]) {
	const inner = new Set([...parentOf.values()])
	const parents = new Map(parentOf)
	const placed = (code: string) => (inner.has(code) ? rest(code) : code)
	for (const code of used) if (inner.has(code)) parents.set(rest(code), code)
	const path = (code: string): string[] => {
		const up: string[] = []
		for (let at: string | null | undefined = placed(code); at !== null; at = parents.get(at)) {
			if (at === undefined || !parents.has(at)) throw new Error(`${code} is no code of ${dimension}`)
			up.push(at)
		}
		return [...up, ALL]
	}
	const families = new Map<string, string[]>()
	for (const [code, parent] of parents) {
		const family = families.get(parent ?? ALL)
		if (family) family.push(code)
		else families.set(parent ?? ALL, [code])
	}
	return { path, families }
}
