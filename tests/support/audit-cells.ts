import loadHighs from 'highs'

/** What an outsider knows of one number: exactly, or between two. */
export type Seen = { low: number; high: number }
/** A sum that holds whatever the numbers are: total = parts. Numbers that are named nowhere else are not there. */
export type Sum = { total: string; parts: string[] }

const highs = loadHighs()
const name = (i: number) => `x${i}`

/**
 * What somebody with a solver and nothing but the published numbers finds out: the least and greatest whole number that each
 * of `about` can be. Written apart from what protects the tables, as one model in the text form of linear programs.
 */
export async function audit(
	seen: ReadonlyMap<string, Seen>,
	sums: readonly Sum[],
	about: readonly string[],
): Promise<Map<string, Seen>> {
	const solver = await highs
	const numbers = new Map([...seen.keys()].map((key, i) => [key, name(i)]))
	const rows = sums.map(
		({ total, parts }, i) =>
			` c${i}: ${parts.map((part) => `+ ${numbers.get(part)}`).join(' ')} - ${numbers.get(total)} = 0`,
	)
	const bounds = [...seen].map(([key, { low, high }]) =>
		Number.isFinite(high) ? ` ${low} <= ${numbers.get(key)} <= ${high}` : ` ${numbers.get(key)} >= ${low}`,
	)
	const solve = (goal: string, key: string) => {
		const answer = solver.solve(
			`${goal}\n obj: ${numbers.get(key)}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`,
			{ output_flag: false },
		)
		if (answer.Status === 'Optimal') return answer.ObjectiveValue
		if (goal === 'Maximize' && /nbounded/.test(answer.Status)) return Infinity
		throw new Error(`audit of ${key}: ${answer.Status}`)
	}
	return new Map(
		about.map((key) => [
			key,
			{ low: Math.ceil(solve('Minimize', key) - 1e-6), high: Math.floor(solve('Maximize', key) + 1e-6) },
		]),
	)
}
