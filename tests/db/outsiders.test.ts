import { randomBytes, randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { operatorId, seedAccepted, seedOrganisation, seedRequest, seedStaff } from '~tests/support/seeds'
import { seedWorld } from '~tests/support/world'

const rows = async (db: Db, table: string) => (await db`select 1 from app.${db(table)}`).length

test('a receipt session that is closed, revoked, over or no session shows nothing and does nothing', () =>
	inRollback(async (db) => {
		const filed = await seedRequest(db)
		const session = async () => {
			await become(db, 'owner')
			const [row] = await db<{ id: string }[]>`
				insert into app.receipt_sessions (request_id) values (${filed.requestId}) returning id`
			return row!.id
		}
		const [closed, over, living] = [await session(), await session(), await session()]
		await db`update app.receipt_sessions set expires_at = now() - interval '1 second' where id = ${over}`
		await become(db, { receipt: closed })
		expect(await rows(db, 'cases')).toBe(1)
		await db`select private.close_receipt()`
		const dead: Person[] = [{ receipt: closed }, { receipt: over }, { receipt: randomUUID() }, 'visitor']
		for (const person of dead) {
			await become(db, person)
			for (const table of [
				'requests',
				'cases',
				'referrals',
				'case_access',
				'case_events',
				'messages',
				'outcomes',
				'views',
				'consents',
				'consent_asks',
				'exclusions',
			])
				expect([table, await rows(db, table)]).toEqual([table, 0])
			expect(await refusal(db, (tx) => tx`select private.escalate_case(${filed.caseId})`)).toBe('NTFND')
			expect(await refusal(db, (tx) => tx`select private.withdraw_request()`)).toBe('NTFND')
		}
		await become(db, { receipt: living })
		expect(await rows(db, 'cases')).toBe(1) // one phone signed out, the other not
	}))

test('counting, searching and joining around a case give a stranger nothing', () =>
	inRollback(async (db) => {
		const { people, ids } = await seedWorld(db)
		const reference = (
			await db<{ reference: string }[]>`select reference from app.requests where id = ${ids.request!}`
		)[0]!
		const ways = [
			(tx: Db) => tx`select count(*)::int as n from app.cases where request_id = ${ids.request!}`,
			(tx: Db) =>
				tx`select count(*)::int as n from app.cases where id = any (${[ids.heldCase!, ids.offeredCase!, ids.triageCase!]})`,
			(tx: Db) => tx`select count(*)::int as n from app.requests where reference = ${reference.reference}`,
			(tx: Db) =>
				tx`select count(*)::int as n from app.messages where body ilike '%机构%' and case_id <> ${ids.otherCase!}`,
			(tx: Db) => tx`select count(*)::int as n from app.case_access where organisation_id = ${ids.holder!}`,
			(tx: Db) => tx`select count(*)::int as n from app.referrals where case_id = ${ids.heldCase!}`,
			(tx: Db) =>
				tx`select count(*)::int as n from app.outcomes o join app.cases c on c.id = o.case_id where c.request_id = ${ids.request!}`,
			(tx: Db) => tx`select count(*)::int as n from app.referrals r left join app.cases c on c.id = r.case_id
				left join app.requests q on q.id = c.request_id where q.id = ${ids.request!}`,
			(
				tx: Db,
			) => tx`select count(*)::int as n from app.case_events e where exists (select from app.cases c where c.id = ${ids.heldCase!})
				or e.case_id = ${ids.heldCase!}`,
			(tx: Db) =>
				tx`select coalesce(sum(money_recovered_fen), 0)::int as n from app.outcomes where organisation_id <> ${ids.stranger!}`,
		]
		for (const person of ['stranger', 'analyst', 'officer', 'administrator'] as const) {
			await become(db, people[person])
			for (const way of ways) expect([person, String(way), await way(db)]).toEqual([person, String(way), [{ n: 0 }]])
		}
	}))

/** Every door that takes the id of something: called with an id that is somebody else's, and with one that is nothing's. */
const doors: Record<
	'staff' | 'worker',
	((
		db: Db,
		id: Record<'case' | 'referral' | 'ask' | 'request' | 'organisation' | 'invitation' | 'file', string>,
	) => Promise<unknown>)[]
> = {
	staff: [
		(db, id) => db`select private.open_story(${id.case})`,
		(db, id) => db`select private.reveal_contact(${id.case})`,
		(db, id) => db`select private.accept_referral(${id.referral})`,
		(db, id) => db`select private.decline_referral(${id.referral}, 'other')`,
		(db, id) => db`select private.write_to_worker(${randomUUID()}, ${id.case}, 'x')`,
		(db, id) => db`select private.begin_upload(${id.case}, '[]')`,
		(db, id) => db`select private.open_attachment(${id.file})`,
		(db, id) => db`select private.write_note(${randomUUID()}, ${id.case}, 'x')`,
		(db, id) => db`select private.assign_case(${id.case}, null)`,
		(db, id) => db`select private.set_waiting(${id.case}, 'worker', now() + interval '1 day')`,
		(db, id) => db`select private.return_case(${id.case}, 'other')`,
		(db, id) => db`select private.propose_outcome(${randomUUID()}, ${id.case}, '{"code": "got_help", "note": "x"}')`,
		(db, id) => db`select private.categorise_case(${id.case}, 'labour.other')`,
		(db, id) => db`select private.offer_by_hand(${id.case}, ${randomUUID()}, 24)`,
		(db, id) => db`select private.route_again(${id.case})`,
		(db, id) => db`select private.close_by_desk(${id.case}, 'duplicate')`,
		(db, id) => db`select private.open_own_request(${id.request})`,
		(db, id) =>
			db`select private.invite_staff(${randomUUID()}, ${id.organisation}, 'x@x.test', '{caseworker}', 'en', 'x')`,
		(db, id) => db`select private.end_staff_role(${randomUUID()}, ${id.organisation}, 'caseworker')`,
		(db, id) => db`select private.revoke_invitation(${id.invitation})`,
	],
	worker: [
		(db, id) => db`select private.write_to_holder(${randomUUID()}, ${id.case}, 'x')`,
		(db, id) => db`select private.begin_upload(${id.case}, '[]')`,
		(db, id) => db`select private.open_attachment(${id.file})`,
		(db, id) => db`select private.confirm_outcome(${id.case}, 5, null)`,
		(db, id) => db`select private.dispute_outcome(${randomUUID()}, ${id.case}, 'x')`,
		(db, id) => db`select private.reopen_case(${id.case})`,
		(db, id) => db`select private.escalate_case(${id.case})`,
		(db, id) => db`select private.answer_ask(${id.ask}, true, '{story}', '2026-11')`,
	],
}

/** Code and words of the refusal: all that a caller could tell two of them apart by. */
const words = async (db: Db, statement: (db: Db) => Promise<unknown>) => {
	try {
		await db.savepoint(statement)
	} catch (error) {
		if (error instanceof postgres.PostgresError) return `${error.code} ${error.message} ${error.detail ?? ''}`
		throw error
	}
	throw new Error(`allowed: ${statement}`)
}

test.each([
	['staff', 'stranger'],
	['staff', 'account'],
	['staff', 'officer'],
	['worker', 'otherReceipt'],
	['worker', 'visitor'],
] as const)('every door of %s answers %s alike for an id of somebody else and for an id of nothing', (side, kind) =>
	inRollback(async (db) => {
		const { people, ids } = await seedWorld(db)
		const [found] = await db<{ referral: string; ask: string; invitation: string; file: string }[]>`select
			(select id from app.referrals where case_id = ${ids.offeredCase!}) as referral,
			(select id from app.consent_asks where case_id = ${ids.triageCase!}) as ask,
			(select id from app.staff_invitations where organisation_id = ${ids.holder!}) as invitation,
			(select id from app.attachments where request_id = ${ids.request!}) as file`
		// the account is the worker of this request; of the other one it knows nothing
		const theirs = { ...found!, case: ids.heldCase!, request: ids.otherRequest!, organisation: ids.holder! }
		const nothings = {
			referral: randomUUID(),
			ask: randomUUID(),
			invitation: randomUUID(),
			file: randomUUID(),
			case: randomUUID(),
			request: randomUUID(),
			organisation: randomUUID(),
		}
		if (kind === 'stranger') theirs.request = ids.request!
		await become(db, people[kind])
		for (const door of doors[side]) {
			const answer = await words(db, (tx) => door(tx, theirs))
			expect([String(door), answer]).toEqual([String(door), await words(db, (tx) => door(tx, nothings))])
			expect(answer).toMatch(/^NTFND /)
		}
	}),
)

test('an id that is taken elsewhere moves nothing and drops nothing in silence: the same message id writes once, for its own case', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const caseworker = await seedStaff(db, organisation)
		const first = await seedAccepted(db, organisation, caseworker)
		const second = await seedAccepted(db, organisation, caseworker)
		const id = randomUUID()
		await become(db, caseworker)
		const write = (caseId: string, body: string) => (db: Db) =>
			db`select private.write_to_worker(${id}, ${caseId}, ${body})`
		for (let taps = 0; taps < 2; taps++) await write(first.caseId, '您好')(db)
		expect(await refusal(db, write(second.caseId, '您好'))).toBe('TAKEN')
		expect(await refusal(db, write(first.caseId, '您好，请问'))).toBe('TAKEN')
		expect(await db`select case_id from app.messages`).toEqual([{ caseId: first.caseId }])
		expect(await db`select count(*)::int as n from app.case_events where kind = 'staff_wrote'`).toEqual([{ n: 1 }])
	}))

test('a draft is read by who knows its id, never listed, and empty once it was sent', () =>
	inRollback(async (db) => {
		const [mine, old] = [randomUUID(), randomUUID()]
		await become(db, 'visitor')
		await db`select private.save_draft(${mine}, '{"story": "x"}'), private.save_draft(${old}, '{"story": "y"}')`
		await db`select private.save_draft(${mine}, '{"needs": ["unsure"]}')`
		const read = (id: string) =>
			db<{ answers: object; sent: boolean }[]>`select answers, sent from private.read_draft(${id})`
		expect(await read(mine)).toEqual([{ answers: { story: 'x', needs: ['unsure'] }, sent: false }])
		expect(await read(randomUUID())).toEqual([])
		for (const person of ['visitor', 'service', 'routing', await seedUserAsOwner(db)] as Person[]) {
			await become(db, person)
			expect(await refusal(db, (tx) => tx`select answers from app.drafts`)).toBe('42501')
			expect(await refusal(db, (tx) => tx`select count(*) from app.drafts`)).toBe('42501')
		}
		await become(db, 'owner')
		await db`update app.drafts set expires_at = now() - interval '1 second' where id = ${old}`
		await db`update app.drafts set sent_at = now(), answers = '{}' where id = ${mine}`
		await become(db, 'visitor')
		expect(await read(old)).toEqual([])
		expect(await read(mine)).toEqual([{ answers: {}, sent: true }])
		expect(await refusal(db, (tx) => tx`select private.save_draft(${mine}, '{"story": "z"}')`)).toBe('GONE0')
		await db`select private.forget_draft(${mine})`
		expect(await read(mine)).toHaveLength(1) // a sent one stays: it makes a second sending harmless
	}))

const seedUserAsOwner = async (db: Db) => {
	await become(db, 'owner')
	return seedStaff(db, await operatorId(db), 'administrator')
}

test('codes are tried eight times in a quarter of an hour, counted for each number by itself, known or not', () =>
	inRollback(async (db) => {
		const receiptHash = randomBytes(32)
		const [filed, other] = [await seedRequest(db, { receiptHash }), await seedRequest(db, { receiptHash })]
		await become(db, 'visitor')
		const open = async (reference: string, hash: Buffer) =>
			(await db<{ outcome: string }[]>`select outcome from private.open_receipt(${reference}, ${hash})`)[0]!.outcome
		for (const reference of [filed.reference, 'T-22222222']) {
			const answers = []
			for (let n = 0; n < 9; n++) answers.push(await open(reference, randomBytes(32)))
			expect(answers).toEqual([...Array<string>(8).fill('refused'), 'throttled'])
		}
		expect(await open(filed.reference, receiptHash)).toBe('throttled') // the right code too, or the count would tell
		expect(await open(other.reference, receiptHash)).toBe('opened')
		await become(db, 'owner')
		await db`update app.attempts set at = at - interval '16 minutes'`
		await become(db, 'visitor')
		expect(await open(filed.reference, receiptHash)).toBe('opened')
		await become(db, 'owner')
		expect(await db`select 1 from app.attempts where key_hash = sha256(${filed.reference}::bytea)`).toEqual([])
	}))

test('the logins can do nothing before they take a role, and never the other one', () =>
	inRollback(async (db) => {
		await db`set local session authorization app_web`
		expect(await refusal(db, (tx) => tx`select 1 from app.cases`)).toBe('42501')
		expect(await refusal(db, (tx) => tx`select private.operator_id()`)).toBe('42501')
		for (const role of ['service_role', 'app_routing', 'app_worker', 'tonglu_owner'])
			expect(await refusal(db, (tx) => tx`set local role ${tx(role)}`)).toBe('42501')
		await db`set local session authorization app_worker`
		for (const role of ['authenticated', 'receipt_holder', 'app_routing', 'app_web', 'tonglu_owner'])
			expect(await refusal(db, (tx) => tx`set local role ${tx(role)}`)).toBe('42501')
	}))
