import type { RawCount } from './gather'
import { hiddenCells } from './protect.server'
import { roundedStock } from './rounding'
import { STOCK_AND_FLOWS, gridsOf, hiddenWithMembers, type MonthOfMembers } from './stocks.server'
import { marginsOf, together, type Grid } from './system'
import type { Measure, TableCode } from './tables'
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

/**
 * All counts of one month, made safe together: tables of one count are one system, and so are the months of members.
 * `around`: what was published of the months before and after.
 */
export async function prepareCounts(
	month: string,
	counts: readonly RawCount[],
	trees: Trees,
	around: readonly MonthOfMembers[],
	before: HiddenByMeasure = {},
) {
	const hidden: HiddenByMeasure = {}
	const measures = [...new Set(counts.map((count) => count.measure))]
	const tables = new Map(measures.map((measure) => [measure, gridsOf(counts, measure, trees)]))
	const put = (measure: Measure, keys: ReadonlySet<string>) => (hidden[measure] = [...keys].sort())
	for (const [measure, grids] of tables)
		if (measure !== 'members') put(measure, await hiddenCells(together(grids.map(({ grid }) => grid)), before[measure]))
	const now = { month, counts: [...counts], hidden: { ...hidden, members: before.members ?? [] } }
	const joined = await hiddenWithMembers(now, around, trees)
	for (const measure of STOCK_AND_FLOWS) if (tables.has(measure)) put(measure, new Set(joined[measure]))
	const cells = [...tables].flatMap(([measure, grids]) =>
		grids.flatMap(({ code, grid }) => {
			const shown = measure === 'members' ? marginsOf(grid) : grid
			return cellsOf(
				code,
				measure,
				shown,
				new Set(hidden[measure]),
				measure === 'members' ? roundedStock : (value) => value,
			)
		}),
	)
	return { cells, hidden }
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
