import { connect, type Db } from '~/db/begin.server'
import { SettingsError } from '~/env.server'
import { buildWorld, type Place, type World } from './city'
import { copyInto, type Table } from './copy.server'
import { fileRequests, type Filed } from './life'
import { REQUEST_TABLES } from './request-tables'
import { readWords } from './words.server'
import { WORLD_TABLES } from './world-tables'

export type Size = {
	cases: number
	/** The same seed at the same moment gives the same rows; two seeds stand side by side in one database. */
	seed: string
	/** Now: nothing has happened after it. */
	until: number
}
export type Loaded = {
	rows: Map<string, number>
	seconds: number
	/** The organisation with the most work, for whoever wants to look at a full desk. */
	busiest: string
}
/** Requests that are worked out and written together. */
const BITE = 1_000

/**
 * Fill a database with as many invented cases as asked for, as its owner: all of it or nothing. `tell` hears how many
 * cases stand already.
 */
export async function loadCases(ownerUrl: string, size: Size, tell: (cases: number) => void): Promise<Loaded> {
	const sql = connect(ownerUrl, 1)
	const began = performance.now()
	const rows = new Map<string, number>()
	try {
		const world = await sql.begin(async (db) => {
			const made = buildWorld(size, await readPlaces(db))
			await refuseTwice(db, made)
			await write(db, WORLD_TABLES, [made], rows)
			let filed = 0
			for (const bite of bites(fileRequests(made, size))) {
				await write(db, REQUEST_TABLES, bite, rows)
				tell((filed += bite.reduce((sum, { cases }) => sum + cases.length, 0)))
			}
			return { value: made }
		})
		for (const table of rows.keys()) await sql`vacuum (analyze) ${sql(table)}`
		const busiest = [...world.value.cities.values()][0]!.organisations[0]!.id
		return { rows, busiest, seconds: (performance.now() - began) / 1000 }
	} finally {
		await sql.end({ timeout: 5 })
	}
}

function* bites(requests: Iterable<Filed>): Generator<Filed[]> {
	let bite: Filed[] = []
	for (const request of requests) {
		if (bite.push(request) < BITE) continue
		yield bite
		bite = []
	}
	if (bite.length > 0) yield bite
}

async function write<Of>(db: Db, tables: Table<Of>[], things: Of[], rows: Map<string, number>) {
	for (const table of tables) rows.set(table.name, (rows.get(table.name) ?? 0) + (await copyInto(db, table, things)))
}

async function refuseTwice(db: Db, { cities }: World) {
	const [first] = [...cities.values()][0]!.organisations
	if ((await db`select from app.organisations where id = ${first!.id}`).length > 0)
		throw new SettingsError('This seed has been loaded before: say --seed and another word, or empty the database.')
}

/** Lets somebody with an account see what was loaded: a full desk, and triage. */
export async function letIn(ownerUrl: string, email: string, busiest: string): Promise<void> {
	const sql = connect(ownerUrl, 1)
	try {
		const made = await sql`
			insert into app.staff_roles (user_id, organisation_id, role)
			select u.id, r.at::uuid, r.role from auth.users u, (values (${busiest}, 'caseworker'), (${busiest}, 'manager'),
				(private.operator_id()::text, 'triager')) as r (at, role) where u.email = ${email} on conflict do nothing returning role`
		if (made.length === 0) throw new SettingsError(`Nobody has an account with the address ${email}.`)
		await sql`insert into app.people (user_id, name) select id, split_part(email, '@', 1) from auth.users where email = ${email}
			on conflict do nothing`
	} finally {
		await sql.end({ timeout: 5 })
	}
}

/** What the vocabulary says of places, platforms and the desk. */
async function readPlaces(db: Db) {
	const [desk] = await db<{ id: string }[]>`select private.operator_id() as id`
	if (!desk?.id) throw new SettingsError('The database has no help desk yet: run npm run db:migrate first.')
	const places = await db<Place[]>`
		select a.code, a.name_zh, a.name_en, array(select b.code from app.areas b where b.parent_code = a.code and b.level = 'district'
			order by b.code) as below
		from app.areas a where a.level in ('province', 'city') order by a.code`
	const named = await db<
		{ code: string; nameZh: string; nameEn: string }[]
	>`select code, name_zh, name_en from app.platforms`
	return {
		words: readWords(),
		places: [...places],
		operatorId: desk.id,
		platforms: {
			'zh-CN': new Map(named.map(({ code, nameZh }) => [code, nameZh])),
			en: new Map(named.map(({ code, nameEn }) => [code, nameEn])),
		},
	}
}
