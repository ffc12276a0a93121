import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { SettingsError } from '~/env.server'
import { installQueue } from '~/queue/install.server'

type Migration = { version: string; name: string; text: string }

/** The files in their order. `20261101000100_conventions.sql` is version 20261101000100 and name conventions, as the Supabase CLI reads it. */
export function migrationFiles(folder = 'supabase/migrations'): Migration[] {
	return readdirSync(folder)
		.filter((file) => file.endsWith('.sql'))
		.sort()
		.map((file) => {
			const [, version, name] = /^(\d{14})_(\w+)\.sql$/.exec(file) ?? []
			if (!version || !name)
				throw new SettingsError(
					`A migration's file name is a time and a name, like 20261101000100_conventions.sql: ${file} is not.`,
				)
			return { version, name, text: readFileSync(join(folder, file), 'utf8') }
		})
}

/**
 * Bring the schema up to date as its owner: every file that the history does not know, each in its own transaction, then the queue.
 * Two at once wait for each other. The history is the Supabase CLI's, so that `supabase db push` goes on where this ended.
 * Answers the versions that were applied.
 */
export async function migrate(ownerUrl: string, files = migrationFiles()): Promise<string[]> {
	const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 })
	try {
		await sql`select pg_advisory_lock(hashtext('tonglu migrations'))`
		await sql.unsafe(`
			create schema if not exists supabase_migrations;
			create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
			alter table supabase_migrations.schema_migrations add column if not exists statements text[], add column if not exists name text;
			create table if not exists supabase_migrations.seed_files (path text not null primary key, hash text not null);`)
		const applied: string[] = []
		for (const file of await missing(sql, files)) {
			await apply(sql, file)
			applied.push(file.version)
		}
		await installQueue(ownerUrl)
		await sql.unsafe(`
			grant usage on schema supabase_migrations to app_web, app_worker;
			grant select (version) on supabase_migrations.schema_migrations to app_web, app_worker;
			grant select (path) on supabase_migrations.seed_files to app_web;`)
		return applied
	} finally {
		await sql.end({ timeout: 5 }) // the lock goes with the session
	}
}

/** What is still to be applied. A file that was changed or taken away after it was applied stops everything: nobody knows then what the schema is. */
async function missing(sql: postgres.Sql, files: Migration[]): Promise<Migration[]> {
	const rows = await sql<{ version: string; name: string | null; statements: string[] | null }[]>`
		select version, name, statements from supabase_migrations.schema_migrations order by version`
	const known = new Map(rows.map((row) => [row.version, row]))
	const present = new Set(files.map(({ version }) => version))
	for (const { version, name } of rows)
		if (!present.has(version))
			throw new SettingsError(
				`The database has migration ${version}_${name ?? ''}, but its file is not in supabase/migrations: this code is older than the database.`,
			)
	for (const { version, name, text } of files) {
		const row = known.get(version)
		// the CLI splits a file into its statements, we keep it whole: white space and semicolons are what differs
		if (row?.statements && words(row.statements.join(';')) !== words(text))
			throw new SettingsError(
				`Migration ${version}_${name}.sql was changed after it was applied: put it back as it was and write a new file, or start over with npm run db:reset.`,
			)
	}
	const fresh = files.filter(({ version }) => !known.has(version))
	const last = rows.at(-1)?.version
	const late = fresh.find(({ version }) => last && version < last)
	if (late)
		throw new SettingsError(
			`Migration ${late.version}_${late.name}.sql is older than what the database already has (${last}): give it a newer time.`,
		)
	return fresh
}

const words = (text: string) => text.replace(/--.*$/gm, '').replace(/[\s;]+/g, '')

async function apply(sql: postgres.Sql, { version, name, text }: Migration) {
	try {
		await sql.begin(async (db) => {
			await db.unsafe(text)
			await db`insert into supabase_migrations.schema_migrations (version, name, statements) values (${version}, ${name}, ${[text]})`
			await db.unsafe('reset search_path')
		})
	} catch (error) {
		if (!(error instanceof postgres.PostgresError)) throw error
		const line = error.position ? ` (line ${text.slice(0, Number(error.position)).split('\n').length})` : ''
		const more = [error.detail, error.hint, error.where?.split('\n')[0]].filter(Boolean).map((part) => ` ${part}`)
		throw new SettingsError(
			`Migration ${version}_${name}.sql failed${line}: ${error.message} [${error.code}]${more.join('')}`,
		)
	}
}

/** Versions that the database lacks, seen by a login that may do no more than that; null when it cannot be told. */
export async function pendingFor(url: string): Promise<string[] | null> {
	const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 })
	try {
		const rows = await sql<{ version: string }[]>`select version from supabase_migrations.schema_migrations`
		const known = new Set(rows.map(({ version }) => version))
		return migrationFiles()
			.map(({ version }) => version)
			.filter((version) => !known.has(version))
	} catch (error) {
		if (!(error instanceof postgres.PostgresError)) throw error
		if (error.code !== '42501' && error.code !== '42P01' && error.code !== '3F000') throw error
		const [row] = await sql<
			{ there: boolean }[]
		>`select to_regnamespace('app') is not null and to_regnamespace('graphile_worker') is not null as there`
		return row?.there ? null : migrationFiles().map(({ version }) => version)
	} finally {
		await sql.end({ timeout: 2 })
	}
}
