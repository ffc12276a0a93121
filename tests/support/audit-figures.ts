import type { Db } from '~/db/begin.server'
import { readAreaTree, readCodes } from '~/domain/figures/read-figures.server'
import { PART_OF } from '~/domain/figures/prepare-quantities.server'
import { rateInterval, stockInterval } from '~/domain/figures/rounding'
import { cellKey } from '~/domain/figures/system'
import { ALL, KINDS, TABLES, type Measure, type TableCode } from '~/domain/figures/tables'
import { treesOf, type Trees } from '~/domain/figures/trees'
import { boundsOf } from '~/domain/figures/bounds.server'
import type { Seen, Sum } from './audit-cells'

type Row = {
	tableCode: TableCode
	month: string
	measure: Measure
	row: string
	column: string
	value: number | null
	n: number | null
}
export type Knowledge = { seen: Map<string, Seen>; sums: Sum[] }

const exactly = (value: number): Seen => ({ low: value, high: value })
const ANYTHING: Seen = { low: 0, high: Infinity }
/** A number of one month. Parts of shares, and how many a middle rests on, are numbers too. */
export const numberOf = (month: string, measure: string, key: string) => `${month} ${measure} ${key}`

/** Everything that follows from the published cells of all months and all tables, for somebody who knows how they are made. */
export async function readKnowledge(db: Db): Promise<Knowledge> {
	const trees = treesOf(await readAreaTree(db), await readCodes(db))
	const rows = await db<
		Row[]
	>`select table_code, month::text, measure, row_code as row, column_code as column, value::float8, n
		from app.published_cells order by month, measure, table_code`
	const seen = new Map<string, Seen>()
	const sums = new Map<string, Sum>()
	for (const { tableCode, month, measure, row, column, value, n } of rows) {
		const { rows: r, columns: c } = TABLES[tableCode]
		const key = cellKey([r, row], [c, column])
		const at = numberOf(month, measure, key)
		switch (KINDS[measure]) {
			case 'count':
				seen.set(at, value === null ? { low: 1, high: Infinity } : exactly(value))
				break
			case 'stock':
				seen.set(at, value === null ? { low: 1, high: Infinity } : stockInterval(value))
				break
			case 'rate':
				seen.set(at, value === null || n === null ? ANYTHING : rateInterval(value, n))
				if (measure === 'retention_rate')
					seen.set(numberOf(month, 'cohort', key), n === null ? { low: 1, high: Infinity } : exactly(n))
				break
			default: {
				const count = PART_OF[measure]
				if (!count || n === null || measure === 'hours_to_reply_p90') break
				const [those, others] = [numberOf(month, `${measure} n`, key), numberOf(month, `${measure} others`, key)]
				seen.set(those, stockInterval(n))
				seen.set(others, ANYTHING)
				const total = numberOf(month, count, key)
				sums.set(`${total} ${measure}`, { total, parts: [those, others] })
			}
		}
	}
	addFamilies(rows, trees, seen, sums)
	addMembers(rows, seen, sums)
	// what is named nowhere is zero; a sum of which nothing is known says nothing
	const known = (sum: Sum) => ({ total: sum.total, parts: sum.parts.filter((part) => seen.has(part)) })
	return { seen, sums: [...sums.values()].map(known).filter(({ total, parts }) => seen.has(total) && parts.length > 0) }
}

/** The sum of a row, of a column, of the districts of a city. */
function addFamilies(rows: Row[], trees: Trees, seen: Map<string, Seen>, sums: Map<string, Sum>) {
	for (const { tableCode, month, measure, row, column } of rows) {
		if (!['count', 'stock', 'rate'].includes(KINDS[measure])) continue
		const { rows: r, columns: c } = TABLES[tableCode]
		for (const name of measure === 'retention_rate' ? [measure, 'cohort'] : [measure]) {
			for (const [dimension, code, at] of [
				[r, row, (child: string) => cellKey([r, child], [c, column])],
				[c, column, (child: string) => cellKey([r, row], [c, child])],
			] as const) {
				const children = [...trees[dimension].parentOf]
					.filter(([, parent]) => (parent ?? ALL) === code)
					.map(([child]) => child)
				if (children.length === 0) continue
				const total = numberOf(month, name, at(code))
				const unplaced = numberOf(month, name, at(`${code}:unplaced`))
				const parts = [...children.map((child) => numberOf(month, name, at(child))), unplaced]
				if (KINDS[measure] === 'rate' && !seen.has(unplaced)) seen.set(unplaced, ANYTHING)
				if (parts.some((part) => seen.has(part))) sums.set(`${total} ${dimension}`, { total, parts })
			}
		}
	}
}

/** Members at the end of a month: those of the month before, and who came, without who went. */
function addMembers(rows: Row[], seen: Map<string, Seen>, sums: Map<string, Sum>) {
	const months = [...new Set(rows.map(({ month }) => month))].sort()
	const keys = new Set(
		rows
			.filter(({ measure }) => measure === 'members')
			.map(({ row, column }) => cellKey(['area', row], ['sector', column])),
	)
	for (const [i, month] of months.entries()) {
		const before = months[i - 1]
		if (!before) continue
		for (const key of keys) {
			const [now, was] = [numberOf(month, 'members', key), numberOf(before, 'members', key)]
			if (!seen.has(now) || !seen.has(was)) continue
			const both = numberOf(month, 'members and ended', key)
			seen.set(both, ANYTHING)
			sums.set(`${both} after`, { total: both, parts: [now, numberOf(month, 'ended', key)] })
			sums.set(`${both} before`, { total: both, parts: [was, numberOf(month, 'approvals', key)] })
		}
	}
}

/** Between what each of `about` lies. The solver's part is the product's own, which tests/unit/protect.test.ts holds to another way. */
export async function placeNumbers({ seen, sums }: Knowledge, about: ReadonlySet<string>): Promise<Map<string, Seen>> {
	const exact = ([, { low, high }]: [string, Seen]) => low === high
	const cells = new Map([...seen].filter(exact).map(([key, { low }]) => [key, { value: low, people: low }]))
	const open = new Map([...seen].filter((entry) => !exact(entry)))
	return boundsOf({ cells, equations: sums }, open, about)
}
