import type { RawCount } from './counts.server'
import type { Memory } from './bounds.server'
import { hiddenCells, weaklyOpen, nearestShown } from './protect.server'
import { roundedStock, stockInterval } from './rounding'
import { gridOf, marginsOf, together, type Grid } from './system'
import { KINDS, TABLES, TABLE_CODES, type Measure, type TableCode } from './tables'
import type { Trees } from './trees'

/** A cell as it is published. `value` null: there is somebody, and it is not shown. */
export type PublishedCell = {
	tableCode: TableCode
	measure: Measure
	row: string
	column: string
	value: number | null
	n: number | null
}
/** Keys of hidden cells by measure, kept to themselves for the day on which the month is published again. */
export type HiddenByMeasure = Partial<Record<Measure, string[]>>

/** All counts of one month, made safe together: tables of one count are one system. */
export async function prepareCounts(counts: readonly RawCount[], trees: Trees, before: HiddenByMeasure = {}) {
	const cells: PublishedCell[] = []
	const hiddenBy: HiddenByMeasure = {}
	for (const measure of new Set(counts.map((count) => count.measure))) {
		const grids = TABLE_CODES.flatMap((code) => {
			const leaves = counts.filter((count) => count.measure === measure && count.tableCode === code)
			if (leaves.length === 0) return []
			return [{ code, grid: gridOf(leaves, trees[TABLES[code].rows], trees[TABLES[code].columns]) }]
		})
		const stock = KINDS[measure] === 'stock'
		const shown = grids.map(({ code, grid }) => ({ code, grid: stock ? marginsOf(grid) : grid }))
		const system = together(shown.map(({ grid }) => grid))
		const hidden = stock ? await hiddenStocks(system, before[measure]) : await hiddenCells(system, before[measure])
		hiddenBy[measure] = [...hidden].sort()
		for (const { code, grid } of shown)
			cells.push(...cellsOf(code, measure, grid, hidden, stock ? roundedStock : (value) => value))
	}
	return { cells, hidden: hiddenBy }
}

const cellsOf = (
	tableCode: TableCode,
	measure: Measure,
	{ cells, places }: Grid,
	hidden: ReadonlySet<string>,
	as: (value: number) => number,
): PublishedCell[] =>
	places.map(({ row, column, key }) => ({
		tableCode,
		measure,
		row,
		column,
		value: hidden.has(key) ? null : as(cells.get(key)!.value),
		n: null,
	}))

/** Stocks are rounded, which hides small ones; where rounded numbers around one still place it, one of those goes. */
async function hiddenStocks(system: Parameters<typeof hiddenCells>[0], before: readonly string[] = []) {
	const hidden = new Set(before.filter((key) => system.cells.has(key)))
	const memory: Memory = new Map()
	for (;;) {
		const open = new Map(
			[...system.cells].map(([key, { value }]) => [
				key,
				hidden.has(key) ? { low: 1, high: Infinity } : stockInterval(roundedStock(value)),
			]),
		)
		const weak = await weaklyOpen(system, open, memory)
		if (weak.length === 0) return hidden
		const more = weak.flatMap((keys) => nearestShown(system, hidden, keys) ?? [])
		for (const key of more.length > 0 ? more : system.cells.keys()) hidden.add(key)
	}
}
