import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { owner } from '~tests/support/db'
import { ADMIN_URL, as, DATABASE } from '~tests/support/settings'
import { hasDemo, hasWholeDemo, keepDemo } from '../../app/server/external.server'
import { fillCopy } from '../../app/server/embedded/shape.server'

/** A database of its own, since it is replaced; nobody stays connected to it. */
const NAME = `${DATABASE}_fill`
async function inside<T>(work: (sql: postgres.Sql) => Promise<T>, database = NAME): Promise<T> {
	const sql = postgres(`${ADMIN_URL}/${database}`, { max: 1, onnotice: () => {} })
	try {
		return await work(sql)
	} finally {
		await sql.end()
	}
}
const write = (row: string, database?: string) =>
	inside((sql) => sql`insert into public.filled values (${row})`, database)
const rows = () =>
	inside(async (sql) => (await sql`select word from public.filled order by 1`).map(({ word }) => word as string))
const rests = () =>
	owner`select datname from pg_database where datname in (${`${NAME}_filling`}, ${`${NAME}_replaced`})`

beforeAll(async () => {
	await owner`create database ${owner(NAME)} owner tonglu_owner`
	await inside((sql) => sql`create table public.filled (word text primary key)`)
	await write('before')
})
afterAll(async () => void (await owner`drop database if exists ${owner(NAME)} with (force)`))

test('what fills a copy is there when it is whole, and not at all when it broke off', async () => {
	const broken = fillCopy(ADMIN_URL, NAME, async (copy) => {
		await write('half', copy)
		throw new Error('cut short')
	})
	await expect(broken).rejects.toThrow('cut short')
	expect(await rows()).toEqual(['before'])

	await fillCopy(ADMIN_URL, NAME, async (copy) => {
		await write('half', copy) // begun anew: else this would be a second one
		await write('whole', copy)
		expect(await rows()).toEqual(['before'])
	})
	expect(await rows()).toEqual(['before', 'half', 'whole'])
	expect(await rests()).toHaveLength(0)
})

test('a demo that was half loaded where there is no copy is not loaded once more', async () => {
	const ownerUrl = as('tonglu_owner')
	expect([await hasDemo(ownerUrl), await hasWholeDemo(ownerUrl)]).toEqual([false, false])
	await expect(keepDemo(ownerUrl, () => Promise.reject(new Error('cut short')))).rejects.toThrow('cut short')
	expect(await hasDemo(ownerUrl)).toBe(true) // its people are there, with passwords that are known
	await expect(hasWholeDemo(ownerUrl)).rejects.toThrow(/^The demo was only half loaded .*DEMO_DATA=off\.$/)

	await owner`delete from supabase_migrations.seed_files where path = 'demo'`
	await keepDemo(ownerUrl, async () => {})
	expect([await hasDemo(ownerUrl), await hasWholeDemo(ownerUrl)]).toEqual([true, true])
})
