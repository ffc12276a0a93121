import type { Equation } from './system'

/** Of each of `keys` the group that it belongs to: those that stand in a sum together, and whatever hangs together with them. */
export function hangTogether(keys: Iterable<string>, equations: readonly Equation[]): (key: string) => string {
	const leader = new Map([...keys].map((key) => [key, key]))
	const groupOf = (key: string): string => {
		let at = key
		for (let next = leader.get(at)!; next !== at; next = leader.get(at)!) {
			leader.set(at, leader.get(next)!)
			at = next
		}
		return at
	}
	for (const { total, parts } of equations) {
		const [first, ...others] = [total, ...parts].filter((key) => leader.has(key))
		for (const other of others) leader.set(groupOf(other), groupOf(first!))
	}
	return groupOf
}
