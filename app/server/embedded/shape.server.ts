import postgres from 'postgres'

/** Roles that a Supabase project has, and the login that owns our schema. They belong to the whole server. */
const ROLES = `
do $$ begin
	if to_regrole('anon') is null then create role anon nologin noinherit; end if;
	if to_regrole('authenticated') is null then create role authenticated nologin noinherit; end if;
	if to_regrole('service_role') is null then create role service_role nologin noinherit bypassrls; end if;
	if to_regrole('tonglu_owner') is null then create role tonglu_owner login createdb createrole bypassrls; end if;
end $$;
grant anon, authenticated, service_role to tonglu_owner with admin option;`

/** What a Supabase project grants by default on what its owner makes in public: kept here, so that the first migration's revoke is tried. */
const DEFAULTS = ['tables', 'functions', 'sequences'].map(
	(kind) =>
		`alter default privileges for role tonglu_owner in schema public grant all on ${kind} to anon, authenticated, service_role;`,
)
const PUBLIC = `grant usage on schema public to anon, authenticated, service_role; grant all on schema public to tonglu_owner;`

/** Supabase's own functions: lite's read only the older setting per claim. */
const claim = (name: string, type: string) => `
create or replace function auth.${name}() returns ${type} language sql stable as $$
	select coalesce(
		nullif(current_setting('request.jwt.claim.${name === 'uid' ? 'sub' : name}', true), ''),
		nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> '${name === 'uid' ? 'sub' : name}'
	)::${type}
$$;`
const JWT = `
create or replace function auth.jwt() returns jsonb language sql stable as $$
	select coalesce(nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), ''))::jsonb
$$;`
const GRANTS = `
grant usage on schema auth to anon, authenticated, service_role;
grant all on schema auth, storage to tonglu_owner;
grant all on all tables in schema auth to tonglu_owner;
grant all on all tables in schema storage to tonglu_owner;
alter schema supabase_migrations owner to tonglu_owner;`

/** Make a database that looks like a new Supabase project's, as far as its owner can tell. Auth and Storage come with lite. */
export async function makeDatabase(adminUrl: string, database: string, ownerPassword: string): Promise<void> {
	const admin = postgres(`${adminUrl}/postgres`, { max: 1, onnotice: () => {} })
	try {
		await admin.unsafe(ROLES)
		await setPassword(admin, 'tonglu_owner', ownerPassword)
		await dropRests(admin, database)
		const there = await admin`select 1 from pg_database where datname = ${database}`
		if (there.length === 0) await admin`create database ${admin(database)} owner tonglu_owner`
	} finally {
		await admin.end()
	}
	await withAdmin(adminUrl, database, (sql) => sql.unsafe(DEFAULTS.join('') + PUBLIC))
}

/** What a copy is called while it is filled, and what it replaces until that is gone. */
const names = (database: string) => ({ copy: `${database}_filling`, old: `${database}_replaced` })

/**
 * Fill a copy of the database, which takes its place when it is whole: whatever cuts this short, the database is as it was
 * and the next try begins anew. Nobody may be connected to it meanwhile.
 */
export async function fillCopy(
	adminUrl: string,
	database: string,
	fill: (copy: string) => Promise<void>,
): Promise<void> {
	const { copy, old } = names(database)
	await withAdmin(adminUrl, 'postgres', async (sql) => {
		await dropRests(sql, database)
		await cutOff(sql, database) // a start that was killed may not have let go yet
		await sql`create database ${sql(copy)} template ${sql(database)} owner tonglu_owner`
	})
	await fill(copy)
	await withAdmin(adminUrl, 'postgres', async (sql) => {
		await cutOff(sql, database)
		await cutOff(sql, copy)
		await sql.begin(async (db) => {
			await db`alter database ${db(database)} rename to ${db(old)}`
			await db`alter database ${db(copy)} rename to ${db(database)}`
		})
		await dropRests(sql, database)
	})
}

async function dropRests(sql: postgres.Sql, database: string) {
	for (const name of Object.values(names(database))) await sql`drop database if exists ${sql(name)} with (force)`
}

const cutOff = (sql: postgres.Sql, database: string) =>
	sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = ${database}`

/** After lite made its tables: functions and grants as a Supabase project has them. */
export async function shapeAuth(adminUrl: string, database: string): Promise<void> {
	await withAdmin(adminUrl, database, async (sql) => {
		await sql.unsafe(claim('uid', 'uuid') + claim('role', 'text') + claim('email', 'text') + JWT + GRANTS)
		const tables = await sql<{ schema: string; name: string; secured: boolean }[]>`
			select relnamespace::regnamespace::text as schema, relname as name, relrowsecurity as secured from pg_class
			where relkind = 'r' and relnamespace in ('auth'::regnamespace, 'supabase_migrations'::regnamespace)`
		for (const { schema, name, secured } of tables) {
			if (schema === 'supabase_migrations')
				await sql`alter table supabase_migrations.${sql(name)} owner to tonglu_owner`
			else if (!secured) await sql`alter table auth.${sql(name)} enable row level security`
		}
	})
}

/** The logins of the two processes are made by a migration, without a password. */
export async function setLogins(adminUrl: string, passwords: { app_web: string; app_worker: string }): Promise<void> {
	await withAdmin(adminUrl, 'postgres', async (sql) => {
		for (const [login, password] of Object.entries(passwords)) await setPassword(sql, login, password)
	})
}

/** Only passwords that we made ourselves come here: letters and digits, since this statement takes no parameter. */
async function setPassword(sql: postgres.Sql, login: string, password: string) {
	if (!/^[\w-]+$/.test(password)) throw new Error('a password of ours has only letters and digits')
	await sql.unsafe(`alter role "${login}" password '${password}'`)
}

async function withAdmin(
	adminUrl: string,
	database: string,
	work: (sql: postgres.Sql) => Promise<unknown>,
): Promise<void> {
	const sql = postgres(`${adminUrl}/${database}`, { max: 1, onnotice: () => {} })
	try {
		await work(sql)
	} finally {
		await sql.end()
	}
}
