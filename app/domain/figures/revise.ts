import type { RawCount } from './gather'
import { THRESHOLD } from './tables'

const placeOf = ({ tableCode, measure, row, column }: RawCount) => `${tableCode} ${measure} ${row} ${column}`

/**
 * What a month says when it is published again: a smallest cell changes only where at least five came or went, else it
 * stays, for the difference between two publications is a number too. So every published difference is made of changes of five
 * or more.
 */
export function revisedCounts(before: readonly RawCount[], now: readonly RawCount[]): RawCount[] {
	const old = new Map(before.map((count) => [placeOf(count), count]))
	const present = new Map(now.map((count) => [placeOf(count), count]))
	return [...new Set([...old.keys(), ...present.keys()])].flatMap((place) => {
		const [was, is] = [old.get(place), present.get(place)]
		const change = Math.abs((is?.value ?? 0) - (was?.value ?? 0))
		const kept = change >= THRESHOLD ? is : was
		return kept ? [kept] : []
	})
}
