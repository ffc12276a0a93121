import { HIDDEN, type Interval, type Memory } from './bounds.server'
import type { RawCount } from './counts.server'
import { nextToHide, weaklyOpen } from './protect.server'
import { roundedStock, stockInterval } from './rounding'
import { gridOf, marginsOf, together, type Equation, type System } from './system'
import { TABLES, TABLE_CODES, type Measure } from './tables'
import type { Trees } from './trees'

/** Who was there, who came and who went: the three that make one sum from month to month. */
export const STOCK_AND_FLOWS = ['members', 'approvals', 'ended'] as const satisfies Measure[]
type Flowing = (typeof STOCK_AND_FLOWS)[number]
/** A month as it was or will be published: `hidden` by measure. */
export type MonthOfMembers = { month: string; counts: RawCount[]; hidden: Partial<Record<Measure, string[]>> }

const keyOf = (month: string, measure: Flowing, key: string) => `${month} ${measure} ${key}`
const atOf = (month: string, measure: Flowing) => (key: string) => keyOf(month, measure, key)
const nextMonth = (month: string) => {
	const [year, number] = month.split('-').map(Number) as [number, number]
	return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}

/** The tables of one measure, safe or not. */
export const gridsOf = (counts: readonly RawCount[], measure: Measure, trees: Trees) =>
	TABLE_CODES.flatMap((code) => {
		const leaves = counts.filter((count) => count.measure === measure && count.tableCode === code)
		if (leaves.length === 0) return []
		return [{ code, grid: gridOf(leaves, trees[TABLES[code].rows], trees[TABLES[code].columns]) }]
	})

/**
 * Which stocks of `now` are not shown. A stock is rounded, which hides small ones; but with the stock of the month before, and
 * with what is shown of who came and went, it can place a small number of those, this month's or an earlier one's. So all of it is
 * one system over the months around, and where something small is placed too closely the nearest stock goes. Without its
 * stocks a month says nothing of the others, so that this comes to an end.
 */
export async function hiddenStocks(
	now: MonthOfMembers,
	around: readonly MonthOfMembers[],
	trees: Trees,
): Promise<Set<string>> {
	const at = atOf(now.month, 'members')
	const { system, open } = joined([...around.filter(({ month }) => month !== now.month), now], trees)
	const stocks = new Set([...system.cells.keys()].filter((key) => key.startsWith(at(''))))
	const gone = new Set((now.hidden.members ?? []).map(at).filter((key) => stocks.has(key)))
	const memory: Memory = new Map()
	for (;;) {
		for (const key of gone) open.set(key, HIDDEN)
		const weak = await weaklyOpen(system, open, memory)
		if (weak.length === 0) return new Set([...gone].map((key) => key.slice(at('').length)))
		const settled = new Set([...system.cells.keys()].filter((key) => !stocks.has(key) || gone.has(key)))
		if (settled.size === system.cells.size) throw new Error('small numbers are placed without any stock')
		const more = nextToHide(system, settled, weak)
		for (const key of more.length > 0 ? more : stocks) gone.add(key)
	}
}

/** All months as one system, and what of it is not told exactly. */
function joined(months: readonly MonthOfMembers[], trees: Trees) {
	const systems: System[] = []
	const open = new Map<string, Interval>()
	for (const { month, counts, hidden } of months)
		for (const measure of STOCK_AND_FLOWS) {
			const at = atOf(month, measure)
			const grids = gridsOf(counts, measure, trees).map(({ grid }) => grid)
			const system = renamed(together(measure === 'members' ? grids.map(marginsOf) : grids), at)
			systems.push(system)
			for (const key of (hidden[measure] ?? []).map(at)) if (system.cells.has(key)) open.set(key, HIDDEN)
			if (measure !== 'members') continue
			for (const [key, { value }] of system.cells) if (!open.has(key)) open.set(key, stockInterval(roundedStock(value)))
		}
	const all = together(systems)
	const present = new Set(months.map(({ month }) => month))
	for (const { month } of months) {
		const next = nextMonth(month)
		if (present.has(next)) addPassage(all, open, month, next)
	}
	return { system: all, open }
}

/** Members and who went = members of the month before and who came. Where it is not so, nothing can be concluded from it. */
function addPassage({ cells, equations }: System, open: Map<string, Interval>, before: string, month: string) {
	const was = atOf(before, 'members')('')
	for (const old of [...cells.keys()].filter((key) => key.startsWith(was))) {
		const key = old.slice(was.length)
		const sides = [
			[keyOf(month, 'members', key), keyOf(month, 'ended', key)],
			[old, keyOf(month, 'approvals', key)],
		].map((side) => side.filter((one) => cells.has(one)))
		const [left, right] = sides.map((side) => side.reduce((sum, one) => sum + cells.get(one)!.value, 0))
		if (left !== right) continue
		const both = `${month} both ${key}`
		cells.set(both, { value: left!, people: Infinity }) // nobody's number: it is not protected for itself
		open.set(both, { low: 0, high: Infinity })
		equations.push(...sides.map((parts): Equation => ({ total: both, parts })))
	}
}

const renamed = ({ cells, equations }: System, at: (key: string) => string): System => ({
	cells: new Map([...cells].map(([key, count]) => [at(key), count])),
	equations: equations.map(({ total, parts }) => ({ total: at(total), parts: parts.map(at) })),
})
