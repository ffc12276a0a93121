import { Logger, runMigrations } from 'graphile-worker'
import postgres from 'postgres'

/** The queue's own tables, made by the owner; then what the worker's login needs, since they have row level security on. Safe to repeat. */
export async function installQueue(ownerUrl: string): Promise<void> {
	await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) }) // what goes wrong is thrown
	const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
	try {
		await sql.unsafe(`
			grant usage on schema graphile_worker to app_worker;
			grant select, insert, update, delete on all tables in schema graphile_worker to app_worker;
			grant usage on all sequences in schema graphile_worker to app_worker;
			grant execute on all functions in schema graphile_worker to app_worker;`)
		const tables = await sql<{ name: string }[]>`
			select relname as name from pg_class c where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
				and not exists (select from pg_policy where polrelid = c.oid and polname = 'the worker works the queue')`
		for (const { name } of tables)
			await sql`create policy "the worker works the queue" on graphile_worker.${sql(name)} to app_worker using (true)`
	} finally {
		await sql.end()
	}
}
