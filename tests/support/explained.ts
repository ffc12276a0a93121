import { expect } from 'vitest'
import type { Db } from '~/db/begin.server'

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Filter?: string; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** The plan of the one statement that a list asks. Its parts are only put together; what is awaited is explained instead. */
async function nodesOf(db: Db, list: (db: Db) => PromiseLike<unknown>) {
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
	return found
}

/** What one statement scans whole, sorts, and which indexes it uses. */
export async function planOf(db: Db, list: (db: Db) => PromiseLike<unknown>) {
	const found = await nodesOf(db, list)
	return {
		scanned: found.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
		// everything that an organisation has, read in order to find a few rows of it: nobody notices until it has much
		whole: found.filter((node) => node['Node Type'] === 'BitmapAnd' || /hashed SubPlan/.test(node.Filter ?? '')).length,
		sorts: found.filter((node) => node['Node Type'].includes('Sort')).length,
		indexes: found.map((node) => node['Index Name']),
	}
}

const scannedIn = (found: Plan[], growing: readonly string[]) =>
	found.flatMap((node) => {
		const table = node['Relation Name'] ?? ''
		return node['Node Type'] === 'Seq Scan' && growing.includes(table) ? [table] : []
	})

/** As whoever the transaction is: no scan of a table that grows, no sort, and this index. */
export async function comesInOrder(
	db: Db,
	name: string,
	list: (db: Db) => PromiseLike<unknown>,
	{ index, growing }: { index: string; growing: readonly string[] },
) {
	const found = await nodesOf(db, list)
	const sorts = found.filter((node) => node['Node Type'].includes('Sort')).length
	expect({ name, scanned: scannedIn(found, growing), sorts }).toEqual({ name, scanned: [], sorts: 0 })
	expect(
		found.map((node) => node['Index Name']),
		name,
	).toContain(index)
}

/** For what stands inside a function: no scan of a table that grows, and these indexes. `sql` as the function has it, filled in. */
export async function readsIndexes(db: Db, name: string, sql: string, indexes: string[], growing: readonly string[]) {
	const [row] = await db.unsafe<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(`explain (format json) ${sql}`)
	const found = nodes(row!['QUERY PLAN'][0].Plan)
	expect({ name, scanned: scannedIn(found, growing) }).toEqual({ name, scanned: [] })
	const used = found.map((node) => node['Index Name'])
	for (const index of indexes) expect(used, name).toContain(index)
}
