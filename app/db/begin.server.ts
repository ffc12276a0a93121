import postgres from 'postgres'

/** A transaction already running as the caller: the only handle domain code ever sees. */
export type Db = postgres.TransactionSql
/** A list that was written down and not sent yet: await it, or put it inside another statement. */
export type Listing<T extends object> = postgres.PendingQuery<T[]>

/**
 * A moment that is none, as an address may hold one, goes to the server as it is, which refuses it. Left alone the driver
 * throws in the middle of an answer, and whoever waits for it waits for ever, with the connection.
 */
const moment = {
	to: 1184,
	from: [1082, 1114, 1184],
	serialize(value: unknown) {
		const at = value instanceof Date ? value : new Date(String(value))
		return Number.isNaN(at.getTime()) ? String(value) : at.toISOString()
	},
	parse: (text: string) => new Date(text),
}

/** `prepare: false` stands in the address (`?prepare=false`) where a pooler in transaction mode is in front. */
export const connect = (url: string, max = 10) => {
	const address = new URL(url)
	const prepare = address.searchParams.get('prepare') !== 'false'
	address.searchParams.delete('prepare') // the server would take it for one of its own parameters
	return postgres(address.href, {
		types: { date: moment },
		transform: postgres.camel,
		onnotice: () => {},
		max,
		prepare,
		connect_timeout: 10,
	})
}

/**
 * Role and claims are bound parameters and end with the transaction, also behind a pooler. They leave first, and what `work`
 * asks right after them, without waiting for their answer: a connection does one thing after the other, and refuses all
 * that comes after something that failed.
 */
export async function begin<T>(
	sql: postgres.Sql,
	mode: 'read only' | 'read write',
	claims: { role: string },
	work: (db: Db) => Promise<T>,
): Promise<T> {
	const result = await sql.begin(mode, async (db) => {
		const entered =
			db`select set_config('role', ${claims.role}, true), set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`.execute()
		const [value] = await Promise.all([work(db), entered])
		return { value } // boxed: `begin` would await a returned array of queries
	})
	return result.value as T
}
