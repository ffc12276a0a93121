import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, migrationFiles, pendingFor } from '~/server/migrate.server'
import { owner } from '~tests/support/db'
import { ADMIN_URL, as } from '~tests/support/settings'

const name = `tonglu_migrate_${randomUUID().slice(0, 8)}`
const ownerUrl = Object.assign(new URL(`${ADMIN_URL}/${name}`), { username: 'tonglu_owner', password: 'test' }).href
const admin = postgres(`${ADMIN_URL}/postgres`, { max: 1, onnotice: () => {} })
const file = (version: string, text: string) => ({ version, name: 'trial', text })
const first = file('20260101000000', 'create table public.one (id int);\n-- a note\ncreate table public.two (id int);')

beforeAll(async () => void (await admin`create database ${admin(name)} owner tonglu_owner`))
afterAll(async () => {
	await admin`drop database ${admin(name)} with (force)`
	await admin.end()
})

test('of two that start together one applies the files, the other waits and finds nothing to do', async () => {
	const runs = await Promise.all([migrate(ownerUrl, [first]), migrate(ownerUrl, [first])])
	expect(runs.flat()).toEqual(['20260101000000'])
	expect(await migrate(ownerUrl, [first])).toEqual([])
})

test('the history is the one that the Supabase CLI keeps', async () => {
	const sql = postgres(ownerUrl, { max: 1 })
	expect(await sql`select version, name, statements from supabase_migrations.schema_migrations`).toEqual([
		{ version: '20260101000000', name: 'trial', statements: [first.text] },
	])
	// the CLI writes one statement per entry and drops comments
	await sql`update supabase_migrations.schema_migrations set statements = array['create table public.one (id int)', 'create table public.two (id int)']`
	await sql.end()
	expect(await migrate(ownerUrl, [first])).toEqual([])
})

test('a changed, a vanished, a late and a broken file are told in a sentence, and nothing of a broken one stays', async () => {
	await expect(migrate(ownerUrl, [file(first.version, 'create table public.other ()')])).rejects.toThrow(
		/_trial.sql was changed after/,
	)
	await expect(migrate(ownerUrl, [])).rejects.toThrow(/its file is not in supabase\/migrations/)
	await expect(migrate(ownerUrl, [file('20250101000000', ''), first])).rejects.toThrow(/is older than what/)
	const broken = file('20270101000000', 'create table public.half ();\nselect 1/0;')
	await expect(migrate(ownerUrl, [first, broken])).rejects.toThrow(/20270101000000_trial.sql failed.*division by zero/)
	const sql = postgres(ownerUrl, { max: 1 })
	expect(await sql`select to_regclass('public.half')::text as half`).toEqual([{ half: null }])
	await sql.end()
})

test('the web login can tell that nothing is missing, and the template has every file', async () => {
	expect(await pendingFor(as('app_web'))).toEqual([])
	expect(await owner`select version from supabase_migrations.schema_migrations order by 1`).toEqual(
		migrationFiles().map(({ version }) => ({ version })),
	)
})
