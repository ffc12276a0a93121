import type { Db } from '~/db/begin.server'

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** The plan of the one statement that a list asks. Its parts are only put together; what is awaited is explained instead. */
export async function planOf(db: Db, list: (db: Db) => PromiseLike<unknown>) {
	const found: Plan[] = []
	const explaining = (...said: Parameters<Db>) => {
		const query = db(...said)
		if (!Array.isArray(said[0])) return query // the name of a column
		const answer = async () => {
			const [row] = await db<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>`explain (format json) ${query}`
			found.push(...nodes(row!['QUERY PLAN'][0].Plan))
			return []
		}
		return Object.assign(query, {
			then: (done: (rows: never[]) => unknown, failed: (error: unknown) => unknown) => answer().then(done, failed),
		})
	}
	await list(explaining as unknown as Db)
	return {
		scanned: found.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
		sorts: found.filter((node) => node['Node Type'].includes('Sort')).length,
		indexes: found.map((node) => node['Index Name']),
	}
}
