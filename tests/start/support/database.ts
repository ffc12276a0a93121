import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'

/** The embedded database behind a data folder, as its superuser. */
export async function inside<T>(
	data: string,
	work: (sql: postgres.Sql) => Promise<T>,
	database = 'tonglu',
): Promise<T> {
	const { admin, ports } = JSON.parse(readFileSync(join(data, 'kept.json'), 'utf8')) as Kept
	const sql = postgres(`postgres://postgres:${admin}@127.0.0.1:${ports.postgres}/${database}`, {
		max: 1,
		connect_timeout: 2,
		onnotice: () => {},
	})
	try {
		return await work(sql)
	} finally {
		await sql.end({ timeout: 1 })
	}
}
type Kept = { admin: string; ports: { postgres: number } }

/** How many organisations, services, people and requests there are: what a demo that was loaded twice would double. */
export const census = (data: string) =>
	inside(data, async (sql) => {
		const [row] = await sql<
			Record<'organisations' | 'services' | 'people' | 'accounts' | 'requests' | 'cases', number>[]
		>`
			select (select count(*)::int from app.organisations) as organisations, (select count(*)::int from app.services) as services,
				(select count(*)::int from app.people) as people, (select count(*)::int from auth.users) as accounts,
				(select count(*)::int from app.requests) as requests, (select count(*)::int from app.cases) as cases`
		return row!
	})

/** Names of all databases but Postgres's own. */
export const databases = (data: string) =>
	inside(data, async (sql) => {
		const rows = await sql<{ name: string }[]>`
			select datname as name from pg_database where not datistemplate and datname <> 'postgres' order by 1`
		return rows.map(({ name }) => name)
	})
