import postgres from 'postgres'

/** What a running worker vouches for: that jobs are worked, and that mail has a way out. */
export type Part = 'queue' | 'mail'
const SPACE = 7_077
const NUMBER: Record<Part, number> = { queue: 1, mail: 2 }

/**
 * Presence is a lock that a session holds: it ends with the process however that ends, costs nothing to keep, and any
 * login can see it. Shared, so that several workers vouch side by side.
 */
export function presence(workerUrl: string) {
	const sql = postgres(workerUrl, { max: 1, onnotice: () => {}, idle_timeout: 0, max_lifetime: null })
	const held = new Set<Part>()
	return {
		async hold(part: Part) {
			// asked for anew each time: a connection that broke took its locks with it
			await sql`select pg_advisory_lock_shared(${SPACE}, ${NUMBER[part]})
				where not exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
					and classid = ${SPACE} and objid = ${NUMBER[part]})`
			held.add(part)
		},
		async drop(part: Part) {
			if (held.delete(part)) await sql`select pg_advisory_unlock_shared(${SPACE}, ${NUMBER[part]})`
		},
		end: () => sql.end({ timeout: 1 }),
	}
}

/** Which parts somebody vouches for at this moment, seen by any login. */
export async function present(sql: postgres.Sql): Promise<Set<Part>> {
	const rows = await sql<{ number: number }[]>`
		select distinct objid::int as number from pg_locks where locktype = 'advisory' and classid = ${SPACE} and granted
			and database = (select oid from pg_database where datname = current_database())`
	const numbers = new Set(rows.map(({ number }) => number))
	return new Set((['queue', 'mail'] as const).filter((part) => numbers.has(NUMBER[part])))
}
