import type { Interval, Open } from './bounds.server'
import { hangTogether } from './hang-together'
import type { Equation, System } from './system'

const PASSES = 30

/**
 * Between which whole numbers each open number lies as far as one sum after the other tells: quick, and never closer than
 * what all sums together tell. `cells` gives the numbers that are shown.
 */
export function propagated({ cells, equations }: System, open: Open): Map<string, Interval> {
	const known = new Map([...open].map(([key, { low, high }]) => [key, { low, high }]))
	const of = (key: string): Interval => {
		const { value } = cells.get(key)!
		return known.get(key) ?? { low: value, high: value }
	}
	const inPlay = equations.filter(({ total, parts }) => open.has(total) || parts.some((part) => open.has(part)))
	for (let pass = 0, changed = true; changed && pass < PASSES; pass++) {
		changed = false
		const narrow = (key: string, low: number, high: number) => {
			const one = known.get(key)
			if (!one || (low <= one.low && high >= one.high)) return
			one.low = Math.max(one.low, low)
			one.high = Math.min(one.high, high)
			changed = true
		}
		for (const { total, parts } of inPlay) {
			const low = parts.reduce((sum, part) => sum + of(part).low, 0)
			const endless = parts.filter((part) => of(part).high === Infinity)
			const high = parts.reduce((sum, part) => (of(part).high === Infinity ? sum : sum + of(part).high), 0)
			narrow(total, low, endless.length > 0 ? Infinity : high)
			const whole = of(total)
			for (const part of parts) {
				if (!open.has(part)) continue
				const one = of(part)
				const others = endless.length - (one.high === Infinity ? 1 : 0)
				const least = others > 0 ? -Infinity : whole.low - (high - (one.high === Infinity ? 0 : one.high))
				narrow(part, least, whole.high - (low - one.low))
			}
		}
	}
	return known
}

/** The wanted ones of `keys`, those together that hang together by sums of keys; each group and the groups by name. */
export function besideEachOther(
	equations: readonly Equation[],
	keys: Iterable<string>,
	wanted: ReadonlySet<string>,
): string[][] {
	const groupOf = hangTogether(keys, equations)
	const groups = new Map<string, string[]>()
	for (const key of [...wanted].sort()) {
		const group = groups.get(groupOf(key))
		if (group) group.push(key)
		else groups.set(groupOf(key), [key])
	}
	return [...groups.values()]
}
