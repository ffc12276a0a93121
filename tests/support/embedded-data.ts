import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Db } from '~/db/begin.server'

/** The database behind the server that a browser test visits, for what it would take many pages to bring about. */
type Kept = { admin: string; receipts: string; ports: { postgres: number; supabase: number } }
const kept = (folder = process.env.TEST_DATA ?? '') =>
	JSON.parse(readFileSync(join(folder, 'kept.json'), 'utf8')) as Kept

/** Everything `work` does is committed together. `folder`: of another server than the one that all tests share. */
export async function inEmbedded<T>(work: (db: Db) => Promise<T>, folder?: string): Promise<T> {
	const { admin, ports } = kept(folder)
	const sql = postgres(`postgres://postgres:${admin}@127.0.0.1:${ports.postgres}/tonglu`, {
		transform: postgres.camel,
		max: 1,
		onnotice: () => {},
	})
	try {
		const result = await sql.begin(async (db) => ({ value: await work(db) }))
		return result.value as T
	} finally {
		await sql.end()
	}
}

/** Where files and accounts are kept. */
export const storeUrl = () => `http://127.0.0.1:${kept().ports.supabase}`

/** What the server keeps of a receipt code. */
export const hashOf = (code: string) =>
	createHmac('sha256', kept().receipts)
		.update(`hash:${code.replaceAll('-', '')}`)
		.digest()
