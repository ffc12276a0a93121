import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { joining, seedUnionDesk, submit } from '~tests/support/joining'
import { STORY, seedRequest, seedUser } from '~tests/support/seeds'

test('from a request six facts can be read by the holder of its receipt, and nothing that is kept joins the two', () =>
	inRollback(async (db) => {
		const { union, officer } = await seedUnionDesk(db)
		const me = await seedUser(db)
		const filed = await seedRequest(db, { email: 'w@people.test' })
		const facts = async (person: Person) => {
			await become(db, person)
			return [...(await db`select * from private.facts_to_join()`)]
		}
		expect(await facts({ receipt: filed.receipt })).toEqual([
			{
				...{ name: '王小路', phone: '13800138000', areaCode: '330106', sectorCode: 'delivery' },
				...{ platformCode: null, workingForm: 'crowd' },
			},
		])
		expect(await facts('visitor')).toEqual([])
		expect(await facts({ receipt: randomUUID() })).toEqual([])
		await become(db, me)
		expect(await refusal(db, (tx) => tx`select * from private.facts_to_join()`)).toBe('42501')

		const id = randomUUID()
		await become(db, 'visitor')
		await db`select private.save_draft(${id}, '{"from": "request"}')`
		const copied = { from: 'request', name: '王小路', phone: '13800138000', email: 'w@people.test' }
		const sent = await submit(db, { id, union, facts: joining(copied) })
		await become(db, officer)
		await db`select private.approve_application(${id})`
		await become(db, 'owner')
		expect(await db`select entered_as from app.membership_applications where id = ${id}`).toEqual([
			{ enteredAs: 'from_request' },
		])
		const [request] = await db<{ draftId: string }[]>`select draft_id from app.requests where id = ${filed.requestId}`
		const [membership] = await db<{ id: string }[]>`select id from app.memberships where application_id = ${id}`
		const theirs = [filed.requestId, request!.draftId, filed.reference, filed.receipt, ...filed.caseIds, STORY]
		const ours = [id, sent.reference, sent.session, membership!.id]
		const both = await rowsWith(db, theirs, ours)
		expect(both).toEqual([])
		expect((await rowsWith(db, [id], [id])).length).toBeGreaterThan(5) // the search finds what is there
	}))

/** Rows of the whole database, the queue included, in which a word of each list stands. */
async function rowsWith(db: Db, one: string[], other: string[]): Promise<string[]> {
	const tables = await db<{ name: string }[]>`select c.oid::regclass::text as name from pg_class c
		where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('app', 'auth', 'graphile_worker', 'private', 'public')`
	const found: string[] = []
	for (const { name } of tables) {
		const rows = await db.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`)
		const has = (row: string, words: string[]) => words.some((word) => row.includes(word))
		for (const { row } of rows) if (has(row, one) && has(row, other)) found.push(`${name}: ${row}`)
	}
	return found
}
