import { HIDDEN, type Interval, type Memory } from './bounds.server'
import type { RawCount } from './gather'
import { monthAfter } from './look-up'
import { isSmall, nextToHide, weaklyOpen } from './protect.server'
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

/** The tables of one measure, safe or not. */
export const gridsOf = (counts: readonly RawCount[], measure: Measure, trees: Trees) =>
	TABLE_CODES.flatMap((code) => {
		const leaves = counts.filter((count) => count.measure === measure && count.tableCode === code)
		if (leaves.length === 0) return []
		return [{ code, grid: gridOf(leaves, trees[TABLES[code].rows], trees[TABLES[code].columns]) }]
	})

/**
 * What more of `now` is not shown, for the sake of small numbers that follow from month to month. A stock is rounded; but with the
 * stock of the month before, and with what is shown of who came and went, it can place a small number of those, this month's
 * or an earlier one's. So all of it is one system over the months around. Small stocks go; where something small is placed
 * too closely the nearest stock goes, then all of them, and then numbers of who came and went.
 */
export async function hiddenWithMembers(
	now: MonthOfMembers,
	around: readonly MonthOfMembers[],
	trees: Trees,
): Promise<Record<Flowing, string[]>> {
	const { system, open } = joined([...around, now], trees)
	const own = (measures: readonly Flowing[]) => {
		const names = measures.map((measure) => keyOf(now.month, measure, ''))
		return new Set([...system.cells.keys()].filter((key) => names.some((name) => key.startsWith(name))))
	}
	const stocks = own(['members'])
	for (const key of stocks) if (isSmall(system.cells.get(key)!)) open.set(key, HIDDEN)
	const isOpen = (key: string) => open.get(key) === HIDDEN
	const memory: Memory = new Map()
	for (const mayGo of [stocks, own(['approvals', 'ended'])])
		for (;;) {
			const left = [...mayGo].filter((key) => !isOpen(key))
			const weak = left.length > 0 ? await weaklyOpen(system, open, memory) : []
			if (weak.length === 0) break
			const settled = new Set([...system.cells.keys()].filter((key) => !mayGo.has(key) || isOpen(key)))
			const more = nextToHide(system, settled, weak)
			for (const key of more.length > 0 ? more : left) open.set(key, HIDDEN)
		}
	const hiddenOf = (measure: Flowing) =>
		[...own([measure])].filter(isOpen).map((key) => key.slice(keyOf(now.month, measure, '').length))
	return { members: hiddenOf('members'), approvals: hiddenOf('approvals'), ended: hiddenOf('ended') }
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
		const next = monthAfter(month, 1)
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
