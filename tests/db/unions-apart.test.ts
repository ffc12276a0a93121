import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { attempt } from '~tests/support/attempt'
import { become, inRollback, owner } from '~tests/support/db'
import { PEOPLE } from '~tests/support/matrix-cells'
import { CASE_TABLES, LETTERS, functionSources, reach, tablesReached, unionTables } from '~tests/support/of-unions'
import { seedWorld, type World } from '~tests/support/world'

// Help is fair by construction: whoever decides about it cannot learn who is a member.
let world: World
beforeAll(async () => void (await owner.begin(async (db) => void (world = await seedWorld(db)))))

/** Who decides about help or sees cases, and nothing of unions: the worker's receipt, the staff of an agency, the desk, the jobs. */
const HELPERS = [
	'visitor',
	'receipt',
	'otherReceipt',
	'holder',
	'offered',
	'stranger',
	'manager',
	'analyst',
	'triager',
	'administrator',
	'service',
	'routing',
	'anon',
] as const

test('the tables of unions are found, and each has rows in the world that the tests below look at', () =>
	inRollback(async (db) => {
		const tables = await unionTables(db)
		for (const known of [
			'memberships',
			'member_details',
			'membership_events',
			'membership_applications',
			'applicants',
			'application_events',
			'membership_transfers',
			'confirmation_drives',
			'drive_asks',
			'join_campaigns',
			'station_liaisons',
		])
			expect(tables).toContain(known)
		for (const table of tables.filter((name) => name !== LETTERS))
			expect([table, (await db`select 1 from app.${db(table)} limit 1`).length]).toEqual([table, 1])
		expect(CASE_TABLES.filter((table) => tables.includes(table))).toEqual([])
	}))

test('routing, the jobs and the Data API hold no privilege on any table or column of unions', () =>
	inRollback(async (db) => {
		const held =
			await db`select r.role, t.name from unnest(array['app_routing', 'service_role', 'anon', 'app_web', 'app_worker']) as r (role),
				unnest(${await unionTables(db)}::text[]) as t (name)
			where has_table_privilege(r.role, ('app.' || t.name)::regclass, 'select, insert, update, delete, truncate, references, trigger')
				or has_any_column_privilege(r.role, ('app.' || t.name)::regclass, 'select, insert, update, references')`
		expect([...held]).toEqual([])
	}))

test('what is open to whoever looks for the right union is closed to routing and the jobs as well', () =>
	inRollback(async (db) => {
		const held =
			await db`select r.role, c.relname::text from unnest(array['app_routing', 'service_role']) as r (role), pg_class c
			where c.relnamespace = 'app'::regnamespace and c.relname in ('union_pools', 'employers', 'stations', 'decision_reasons', 'benefits',
				'benefit_papers', 'fairness_cells') and has_any_column_privilege(r.role, c.oid, 'select, insert, update')`
		expect([...held]).toEqual([])
	}))

test('policies of these tables let in officers, liaisons, the person and nobody by a case, a receipt or another role', () =>
	inRollback(async (db) => {
		const policies = await db<{ table: string; name: string; said: string }[]>`
			select tablename::text as table, policyname::text as name, coalesce(qual, '') || coalesce(with_check, '') as said from pg_policies
			where schemaname = 'app' and tablename = any (${await unionTables(db)})`
		expect(policies.length).toBeGreaterThan(8)
		for (const { table, name, said } of policies) {
			expect([table, name, said === 'true']).toEqual([table, name, false])
			const roles = [...said.matchAll(/'(\w+)'::text/g)].map(([, role]) => role!)
			expect([table, name, roles.filter((role) => !['officer', 'liaison'].includes(role))]).toEqual([table, name, []])
			expect([table, name, /case_access|receipt_request_id|my_request_ids|operator_id|may_staff/.test(said)]).toEqual([
				table,
				name,
				false,
			])
		}
	}))

test.each(HELPERS)('%s reads no row of any of them, nor counts one', (kind) =>
	inRollback(async (db) => {
		for (const table of await unionTables(db)) {
			const [column] = await db<{ name: string }[]>`select a.attname::text as name from pg_attribute a
				where a.attrelid = ${`app.${table}`}::regclass and a.attnum > 0 and not a.attisdropped
					and has_column_privilege(${PEOPLE[kind]}, a.attrelid, a.attnum, 'select') order by a.attnum limit 1`
			await become(db, world.people[kind])
			const all = await attempt(db, (tx) => tx`select count(*) from app.${tx(table)}`)
			if (!column) expect([table, all]).toEqual([table, '42501'])
			else {
				expect([table, [...(await db`select ${db(column.name)} from app.${db(table)}`)]]).toEqual([table, []])
				expect([table, await db`select count(${db(column.name)})::int as n from app.${db(table)}`]).toEqual([
					table,
					[{ n: 0 }],
				])
			}
			await become(db, 'owner')
		}
	}),
)

/** Both sides in one function, and why. */
const BOTH: Record<string, string> = {
	notification_to_send: 'the address of one letter, whatever it is about; answers no name and no state',
	purge: 'lets go of what is over, on either side',
	sweep: 'the clock of either side',
	end_staff_role: 'whoever stops working somewhere leaves both their cases and their stations; reads no membership',
}

test('no function reaches a case and a membership: whatever is done with a case cannot depend on who is a member', () =>
	inRollback(async (db) => {
		const sources = await functionSources(db)
		expect([...sources.values()].filter(({ text }) => /\bexecute\b/i.test(text)).map(({ name }) => name)).toEqual([]) // SQL made of text would hide what it reads
		const ofUnions = (await unionTables(db)).filter((name) => name !== LETTERS)
		const both = [...sources.keys()].filter((name) => {
			const tables = tablesReached(sources, name)
			return ofUnions.some((table) => tables.has(table)) && CASE_TABLES.some((table) => tables.has(table))
		})
		expect(both.filter((name) => !(name in BOTH))).toEqual([])
		expect(both).toContain('notification_to_send') // the walk finds what it should
	}))

test('what routing calls reaches nothing of unions, however far down', () =>
	inRollback(async (db) => {
		const sources = await functionSources(db)
		const ofUnions = (await unionTables(db)).filter((name) => name !== LETTERS)
		const granted = await db<{ name: string }[]>`select distinct proname::text as name from pg_proc
			where pronamespace = 'private'::regnamespace and has_function_privilege('app_routing', oid, 'execute')`
		const routing = readFileSync('app/domain/routing/routing.server.ts', 'utf8')
		const called = [...routing.matchAll(/private\.(\w+)/g)].map(([, name]) => name!)
		const names = [...new Set([...granted.map(({ name }) => name), ...called])].filter((name) => !(name in BOTH))
		expect(names).toEqual(expect.arrayContaining(['candidates', 'case_candidates', 'offer_best', 'case_to_route']))
		for (const name of names) {
			const tables = tablesReached(sources, name)
			expect([name, ofUnions.filter((table) => tables.has(table))]).toEqual([name, []])
		}
	}))

/** Doors that say nothing of a person: what a code on a poster leads to. */
const OF_NOBODY = ['read_campaign', 'verify_card']
/** Who works where is said by managers and administrators; of unions it touches who stands at a station. */
const OF_STAFFING = ['end_staff_role']

test('every door of a signed-in person to these tables asks who it is: an officer, a liaison, or whose it is', () =>
	inRollback(async (db) => {
		const sources = await functionSources(db)
		const ofUnions = (await unionTables(db)).filter((name) => name !== LETTERS)
		const doors = await db<{ name: string }[]>`select distinct proname::text as name from pg_proc
			where pronamespace = 'private'::regnamespace and has_function_privilege('authenticated', oid, 'execute')`
		const theirs = doors
			.map(({ name }) => name)
			.filter((name) => ofUnions.some((table) => tablesReached(sources, name).has(table)))
		expect(theirs).toEqual(
			expect.arrayContaining(['start_campaign', 'stop_campaign', 'read_card', 'my_membership_ids']),
		)
		for (const name of theirs.filter((one) => ![...OF_NOBODY, ...OF_STAFFING].includes(one))) {
			const texts = reach(sources, name, false) // what asks on the way of a trigger has not asked the caller
				.map(({ text }) => text)
				.join('\n')
			expect([name, /my_organisation_ids\('(officer|liaison)|auth\.uid\(\)/.test(texts)]).toEqual([name, true])
			const roles = [...texts.matchAll(/my_organisation_ids\(([^)]*)\)/g)].flatMap(([, said]) =>
				[...said!.matchAll(/'(\w+)'/g)].map(([, role]) => role!),
			)
			expect([name, roles.filter((role) => !['officer', 'liaison'].includes(role))]).toEqual([name, []])
		}
	}))

/** Something of every type that a door takes; an id is each of the world's in turn, a text the name of a member. */
const GIVEN: Record<string, string> = {
	uuid: '$1::uuid',
	'uuid[]': 'array[$1::uuid]',
	text: `'郑大路'`,
	'text[]': `array['name']`,
	bytea: `sha256('x')`,
	jsonb: `'{}'`,
	integer: '5',
	boolean: 'true',
	date: 'current_date',
	'timestamp with time zone': 'now()',
}

test.each(['holder', 'manager', 'analyst', 'triager', 'administrator'] as const)(
	'%s tries every door to these tables with the ids of others: nothing is told and nothing moves',
	(kind) =>
		inRollback(async (db) => {
			const sources = await functionSources(db)
			const ofUnions = (await unionTables(db)).filter((name) => name !== LETTERS)
			const doors = await db<{ name: string; types: string[] }[]>`
				select p.proname::text as name, array(select format_type(t, null) from unnest(p.proargtypes) with ordinality as u (t, n) order by n) as types
				from pg_proc p where p.pronamespace = 'private'::regnamespace and has_function_privilege('authenticated', p.oid, 'execute')`
			const theirs = doors.filter(({ name }) => ofUnions.some((table) => tablesReached(sources, name).has(table)))
			const [secrets] = await db<[{ words: string[]; ids: string[] }]>`select
				array(select unnest(array[name, phone]) from app.member_details union select unnest(array[name, phone]) from app.applicants
					union select unnest(array[number, card_id::text]) from app.memberships) as words,
				array(select id from app.memberships union select id from app.membership_applications union select id from app.join_campaigns
					union select id from app.stations union select id from app.membership_transfers union select id from app.confirmation_drives
					union select id from app.drive_asks union select ${world.ids.union!}::uuid) as ids`
			const contents = async () => {
				await become(db, 'owner')
				const digests = []
				for (const table of ofUnions)
					digests.push(
						await db.unsafe(
							`select '${table}', md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) from app.${table} t`,
						),
					)
				return digests
			}
			const before = await contents()
			await become(db, world.people[kind])
			for (const { name, types } of theirs)
				for (const id of types.some((type) => type.startsWith('uuid')) ? secrets.ids : [null]) {
					const given = types.map((type) => GIVEN[type] ?? `null::${type}`)
					const call = `select coalesce(jsonb_agg(x), '[]')::text as told from private.${name}(${given.join(', ')}) x`
					let told = ''
					await attempt(db, async (tx) => {
						const [row] = await tx.unsafe<[{ told: string }]>(
							call,
							given.some((value) => value.includes('$1')) ? [id] : [],
						)
						told = row.told
					})
					expect([name, secrets.words.filter((word) => told.includes(word))]).toEqual([name, []])
				}
			expect(await contents()).toEqual(before)
			expect(theirs.length).toBeGreaterThan(4)
		}),
)
