import { HIDDEN, placedWithin, type Memory, type Open } from './bounds.server'
import { besideEachOther, propagated } from './propagate'
import type { Equation, System } from './system'
import { THRESHOLD, WIDTH } from './tables'

/** Fewer people than may be shown, and somebody. */
export const isSmall = ({ people }: { people: number }) => people > 0 && people < THRESHOLD

/**
 * Which cells are not shown, so that no small one can be worked out from those that are. Small cells first; then, where a
 * sum would give one away, the smallest of its siblings, so that small siblings stand together as "the others" with at
 * least five people; then whatever the sums of all tables together still leave closer than `WIDTH`. The same answer for
 * the same numbers. `before`: what was hidden when the same month was published earlier stays hidden, or the two would
 * give away what the first one kept.
 */
export async function hiddenCells(system: System, before: Iterable<string> = []): Promise<Set<string>> {
	const hidden = new Set([...system.cells].filter(([, cell]) => isSmall(cell)).map(([key]) => key))
	for (const key of before) if (system.cells.has(key)) hidden.add(key)
	const memory: Memory = new Map()
	for (;;) {
		hideSiblings(system, hidden)
		const weak = await weaklyOpen(system, new Map([...hidden].map((key) => [key, HIDDEN])), memory)
		if (weak.length === 0) return hidden
		const more = nextToHide(system, hidden, weak)
		for (const key of more.length > 0 ? more : system.cells.keys()) hidden.add(key)
	}
}

/** So many that hang together are helped by one more; where there are more of them, by one for each so many. */
const HELPED_BY_ONE = 8

/** What to hide for numbers that are placed too closely: as little as may be, but in a great system not one by one. */
export const nextToHide = (system: System, hidden: ReadonlySet<string>, weak: readonly string[][]): string[] =>
	weak.flatMap((keys) => {
		if (keys.length <= HELPED_BY_ONE) return nearestShown(system, hidden, keys) ?? []
		const near = new Set(keys.flatMap((key) => nearestShown(system, hidden, [key]) ?? []))
		return [...near].slice(0, Math.ceil(keys.length / HELPED_BY_ONE))
	})

/** The smallest number in the sums around these; where all of those are hidden, in the sums around them. */
export function nearestShown(system: System, hidden: ReadonlySet<string>, keys: readonly string[]): string | undefined {
	const around = aroundOf(system)
	let reach = new Set(keys)
	for (let far = 0; far < 3; far++) {
		reach = new Set([...reach].flatMap((key) => around.get(key) ?? []).flatMap(membersOf))
		const more = cheapest(system, hidden, reach)
		if (more) return more
	}
	return undefined
}

const membersOf = ({ total, parts }: Equation) => [total, ...parts]

const known = new WeakMap<System, Map<string, Equation[]>>()
/** The sums that each number stands in. */
function aroundOf(system: System) {
	const before = known.get(system)
	if (before) return before
	const around = new Map<string, Equation[]>()
	known.set(system, around)
	for (const equation of system.equations)
		for (const key of membersOf(equation)) {
			const beside = around.get(key)
			if (beside) beside.push(equation)
			else around.set(key, [equation])
		}
	return around
}

/** Until every sum with a hidden number in it has another one, and those that a shown total leaves over are five people or more. */
function hideSiblings(system: System, hidden: Set<string>) {
	const { cells, equations } = system
	for (let again = true; again;) {
		again = false
		for (const { total, parts } of equations) {
			const under = parts.filter((part) => hidden.has(part))
			const people = under.reduce((sum, part) => sum + cells.get(part)!.people, 0)
			const fine = hidden.has(total)
				? under.length > 0
				: under.length === 0 || (under.length > 1 && people >= THRESHOLD)
			if (fine) continue
			const more =
				cheapest(system, hidden, new Set(parts)) ?? // one part alone is the total itself
				(under.length === 1 && !hidden.has(total) ? total : undefined)
			if (!more) continue
			hidden.add(more)
			again = true
		}
	}
}

/** The smallest of the shown ones; by name where two are equal, so that the answer is always the same. */
function cheapest({ cells }: System, hidden: ReadonlySet<string>, among: ReadonlySet<string>): string | undefined {
	let best: string | undefined
	for (const key of among) {
		if (hidden.has(key)) continue
		if (best === undefined) best = key
		const [a, b] = [cells.get(key)!.value, cells.get(best)!.value]
		if (a < b || (a === b && key < best)) best = key
	}
	return best
}

/**
 * Small cells that are open, and that everything together leaves open to too few numbers: those together that hang together.
 * One sum after the other finds most of them at once; only where it finds none all sums are looked at together.
 */
export async function weaklyOpen(system: System, open: Open, memory: Memory): Promise<string[][]> {
	const small = [...open.keys()].filter((key) => isSmall(system.cells.get(key)!)).sort()
	const bounds = propagated(system, open)
	const close = new Set(small.filter((key) => bounds.get(key)!.high - bounds.get(key)!.low < WIDTH))
	if (close.size > 0) return besideEachOther(system.equations, open.keys(), close)
	return placedWithin(WIDTH, system, open, new Set(small), memory)
}
