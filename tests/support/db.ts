import postgres from 'postgres'
import { afterAll, beforeAll } from 'vitest'
import type { Db } from '~/db/begin.server'
import { ADMIN_URL, DATABASE } from './settings'

const admin = postgres(`${ADMIN_URL}/postgres`, { max: 1, onnotice: () => {} })
/** The server's superuser in this file's database, for tests that must commit. */
export const owner = postgres(`${ADMIN_URL}/${DATABASE}`, { transform: postgres.camel, max: 1, onnotice: () => {} })

/** One copy of the migrated template per test file: files run in parallel and never meet. */
beforeAll(
	async () => void (await admin`create database ${admin(DATABASE)} template tonglu_template owner tonglu_owner`),
)
afterAll(async () => {
	await owner.end()
	await admin`drop database ${admin(DATABASE)} with (force)` // the app's own pools are still connected
	await admin.end()
})

class Rollback extends Error {}

/** Run a test in a transaction that is always undone. It starts as the superuser. */
export async function inRollback(test: (db: Db) => Promise<void>): Promise<void> {
	await owner
		.begin(async (db) => {
			await test(db)
			throw new Rollback()
		})
		.catch((error) => {
			if (!(error instanceof Rollback)) throw error
		})
}

export { become, type Person } from './become'

/** SQLSTATE of a refused statement, without ending the test's transaction. */
export async function refusal(db: Db, statement: (db: Db) => Promise<unknown>): Promise<string> {
	try {
		await db.savepoint(statement)
	} catch (error) {
		if (error instanceof postgres.PostgresError) return error.code
		throw error
	}
	throw new Error('expected a refusal, but the statement was allowed')
}
