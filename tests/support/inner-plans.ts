import postgres from 'postgres'
import type { Db } from '~/db/begin.server'
import { ADMIN_URL, DATABASE } from './settings'

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Node[] }
type Told = { 'Query Text': string; Plan: Node }
export type InnerPlan = { text: string; scanned: string[]; sorts: number; indexes: string[] }
const nodes = (plan: Node): Node[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/**
 * Plans of everything that runs, also inside functions, where EXPLAIN does not look: Postgres' own auto_explain tells them
 * as they are run. In a transaction that is undone.
 */
export async function withInnerPlans(
	work: (db: Db, plansOf: (run: () => PromiseLike<unknown>) => Promise<InnerPlan[]>) => Promise<void>,
): Promise<void> {
	let told: InnerPlan[] = []
	const sql = postgres(`${ADMIN_URL}/${DATABASE}`, {
		transform: postgres.camel,
		max: 1,
		onnotice: ({ message }) => {
			if (!message?.startsWith('duration')) return
			const { 'Query Text': text, Plan } = JSON.parse(message.slice(message.indexOf('{'))) as Told
			const all = nodes(Plan)
			told.push({
				text,
				scanned: all.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
				sorts: all.filter((node) => node['Node Type'].includes('Sort')).length,
				indexes: all.flatMap((node) => node['Index Name'] ?? []),
			})
		},
	})
	class Rollback extends Error {}
	try {
		await sql.begin(async (db) => {
			await db`load 'auto_explain'`
			await db.unsafe(`set local auto_explain.log_nested_statements = on; set local auto_explain.log_format = json;
				set local auto_explain.log_level = notice; set local auto_explain.log_min_duration = -1; set local client_min_messages = notice`)
			await work(db, async (run) => {
				const [{ role } = { role: '' }] = await db<{ role: string }[]>`select current_setting('role') as role`
				const tell = async (least: 0 | -1) => {
					await db`reset role`
					await db.unsafe(`set local auto_explain.log_min_duration = ${least}`)
					await db`select set_config('role', ${role}, true)`
				}
				await tell(0)
				told = []
				await run()
				await tell(-1)
				return told
			})
			throw new Rollback()
		})
	} catch (error) {
		if (!(error instanceof Rollback)) throw error
	} finally {
		await sql.end()
	}
}
