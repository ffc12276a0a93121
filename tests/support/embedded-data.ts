import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import postgres from 'postgres'
import type { Db } from '~/db/begin.server'

const run = promisify(execFile)
const COUNT_ROWS = fileURLToPath(new URL('count-rows.mjs', import.meta.url))

/** The database behind the server that a browser test visits, for what it would take many pages to bring about. */
type Kept = { admin: string; receipts: string; ports: { postgres: number; supabase: number } }
const kept = (folder = process.env.TEST_DATA ?? '') =>
	JSON.parse(readFileSync(join(folder, 'kept.json'), 'utf8')) as Kept

const addressOf = (folder?: string) => {
	const { admin, ports } = kept(folder)
	return `postgres://postgres:${admin}@127.0.0.1:${ports.postgres}/tonglu`
}

/** Everything `work` does is committed together. `folder`: of another server than the one that all tests share. */
export async function inEmbedded<T>(work: (db: Db) => Promise<T>, folder?: string): Promise<T> {
	const sql = postgres(addressOf(folder), {
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

/** Rows of a table; none where there is no database, or no such table, yet. */
export async function countRows(table: string, folder: string): Promise<number> {
	try {
		const { stdout } = await run(process.execPath, [COUNT_ROWS, addressOf(folder), table], { timeout: 10_000 })
		return Number(stdout)
	} catch {
		return 0
	}
}

/** Where files and accounts are kept. */
export const storeUrl = () => `http://127.0.0.1:${kept().ports.supabase}`

/** What the server keeps of a receipt code. */
export const hashOf = (code: string) =>
	createHmac('sha256', kept().receipts)
		.update(`hash:${code.replaceAll('-', '')}`)
		.digest()
