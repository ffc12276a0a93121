import postgres from 'postgres'
import type { Db } from '~/db/begin.server'

/** 'done', or the SQLSTATE of the refusal; nothing of a refused step stays, and the transaction goes on either way. */
export async function attempt(db: Db, step: (db: Db) => Promise<unknown>): Promise<string> {
	try {
		await db.savepoint(step)
		return 'done'
	} catch (error) {
		if (error instanceof postgres.PostgresError) return error.code
		throw error
	}
}
