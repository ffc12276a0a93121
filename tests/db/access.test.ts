import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { become, inRollback, refusal } from '~tests/support/db'
import {
	STORY,
	operatorId,
	seedAccepted,
	seedOffer,
	seedOrganisation,
	seedOutcome,
	seedRequest,
	seedStaff,
} from '~tests/support/seeds'

const openStory = (db: Db, id: string) => db<{ openStory: string }[]>`select private.open_story(${id})`
const reveal = (db: Db, id: string) => db<{ phone: string }[]>`select name, phone from private.reveal_contact(${id})`
const rows = async (db: Db, table: string) => (await db`select 1 from app.${db(table)}`).length
const OF_A_CASE = ['cases', 'case_access', 'case_events', 'messages', 'internal_notes', 'outcomes', 'requests']
/** How many rows the caller sees of each table in which a case leaves something. */
const seen = async (db: Db) => {
	const counts: Record<string, number> = {}
	for (const table of OF_A_CASE) counts[table] = await rows(db, table)
	return counts
}
const NOTHING = Object.fromEntries(OF_A_CASE.map((table) => [table, 0]))
const write = (db: Db, caseId: string, body: string) =>
	db`select private.write_to_worker(${randomUUID()}, ${caseId}, ${body})`

test('an offer shows the summary and nothing else: no story, no contact, no conversation, no timeline, no request', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const caseworker = await seedStaff(db, organisation)
		const { caseId } = await seedOffer(db, organisation)
		await become(db, caseworker)
		expect(await seen(db)).toEqual({ ...NOTHING, cases: 1, case_access: 1 })
		expect(await db`select field_group from app.case_access`).toEqual([{ fieldGroup: 'summary' }])
		expect(await refusal(db, (tx) => openStory(tx, caseId))).toBe('NTFND')
		expect(await refusal(db, (tx) => reveal(tx, caseId))).toBe('NTFND')
		expect(await refusal(db, (tx) => write(tx, caseId, '您好'))).toBe('NTFND')
		for (const table of ['request_stories', 'request_contacts', 'consents', 'exclusions', 'views'])
			expect(await refusal(db, (tx) => rows(tx, table))).toBe('42501')
		await become(db, 'owner')
		expect(await rows(db, 'views')).toBe(0) // a refusal is not a view
	}))

test('story and contact open after accepting; each person is logged once an hour, and the worker sees it', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const [first, second] = [await seedStaff(db, organisation), await seedStaff(db, organisation)]
		const { caseId, receipt } = await seedAccepted(db, organisation, first)
		await become(db, first)
		for (let again = 0; again < 3; again++) expect(await openStory(db, caseId)).toEqual([{ openStory: STORY }])
		expect(await reveal(db, caseId)).toEqual([{ name: '王小路', phone: '13800138000' }])
		await become(db, { receipt })
		const views = () => db`select organisation_id, field_group from app.views order by field_group, hour`
		const [contact, story] = ['contact', 'story'].map((fieldGroup) => ({ organisationId: organisation, fieldGroup }))
		expect(await views()).toEqual([contact, story])
		expect(await refusal(db, (tx) => tx`select user_id from app.views`)).toBe('42501') // which person is not shown

		await become(db, second)
		await openStory(db, caseId)
		await become(db, 'owner')
		await db`update app.views set hour = hour - interval '1 hour'`
		await become(db, first)
		await openStory(db, caseId)
		await become(db, { receipt })
		expect(await views()).toEqual([contact, story, story, story])
	}))

test('only what was agreed to opens: of story and contact each by itself', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const caseworker = await seedStaff(db, organisation)
		const filed = await seedRequest(db, { recipients: [organisation], fields: ['contact'], deskMayRead: false })
		const triager = await seedStaff(db, await operatorId(db), 'triager')
		await become(db, triager)
		expect(await refusal(db, (tx) => openStory(tx, filed.caseId))).toBe('NTFND')
		await become(db, 'owner')
		const { caseId } = await seedAccepted(db, organisation, caseworker, filed)
		await become(db, caseworker)
		expect(await refusal(db, (tx) => openStory(tx, caseId))).toBe('NTFND')
		expect(await reveal(db, caseId)).toHaveLength(1)
	}))

test('a caseworker whose role ends, or who works elsewhere in another role, sees no more at once', () =>
	inRollback(async (db) => {
		const [here, elsewhere] = [await seedOrganisation(db), await seedOrganisation(db)]
		const caseworker = await seedStaff(db, here)
		const { caseId } = await seedAccepted(db, here, caseworker)
		const administrator = await seedStaff(db, await operatorId(db), 'administrator')
		await db`insert into app.staff_roles (user_id, organisation_id, role) values
			(${caseworker.user}, ${here}, 'analyst'), (${caseworker.user}, ${elsewhere}, 'caseworker')`
		await become(db, administrator)
		await db`select private.end_staff_role(${caseworker.user}, ${here}, 'caseworker')`
		await become(db, caseworker)
		expect(await seen(db)).toEqual(NOTHING)
		expect(await refusal(db, (tx) => openStory(tx, caseId))).toBe('NTFND')
		await become(db, 'owner')
		expect(await db`select assignee_id, holder_organisation_id from app.cases`).toEqual([
			{ assigneeId: null, holderOrganisationId: here },
		])
	}))

test('taking a consent back ends access, referral and hold together: nothing is left to see or to do', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const caseworker = await seedStaff(db, organisation, 'caseworker', 'manager')
		const { caseId, receipt } = await seedAccepted(db, organisation, caseworker)
		await become(db, caseworker)
		await write(db, caseId, '明天给您打电话')
		await db`select private.write_note(${randomUUID()}, ${caseId}, '先问站长')`
		await seedOutcome(db, caseId, caseworker)

		await become(db, { receipt })
		await db`select private.withdraw_consent(${organisation})`
		expect(await db`select state, triage_reason, holder_organisation_id from app.cases`).toEqual([
			{ state: 'triage', triageReason: 'consent_withdrawn', holderOrganisationId: null },
		])
		expect(await db`select organisation_id from app.case_access where organisation_id = ${organisation}`).toEqual([])
		expect(
			await db`select 1 from app.consents where recipient_organisation_id = ${organisation} and withdrawn_at is null`,
		).toEqual([])
		const entries = await rows(db, 'case_events')
		await db`select private.withdraw_consent(${organisation})` // a double tap
		expect(await rows(db, 'case_events')).toBe(entries)
		expect(await refusal(db, (tx) => tx`select private.withdraw_consent(${randomUUID()})`)).toBe('NTFND')

		await become(db, caseworker)
		expect(await seen(db)).toEqual(NOTHING)
		expect(await db`select state from app.referrals`).toEqual([{ state: 'revoked' }]) // its own history, nothing of the case
		const steps = [
			(tx: Db) => openStory(tx, caseId),
			(tx: Db) => reveal(tx, caseId),
			(tx: Db) => write(tx, caseId, '还在吗'),
			(tx: Db) => tx`select private.write_note(${randomUUID()}, ${caseId}, 'x')`,
			(tx: Db) => tx`select private.assign_case(${caseId}, null)`,
			(tx: Db) => tx`select private.set_waiting(${caseId}, 'worker', now() + interval '1 day')`,
			(tx: Db) => tx`select private.return_case(${caseId}, 'other')`,
			(tx: Db) => tx`select private.propose_outcome(${randomUUID()}, ${caseId}, '{"code": "got_help", "note": "x"}')`,
		]
		for (const step of steps) expect(await refusal(db, step)).toBe('NTFND')
		await become(db, 'owner')
		expect(await db`select answer from app.outcomes`).toEqual([{ answer: 'void' }])
	}))

test('consent is per recipient: what one may see says nothing of another, and taking one back leaves the other', () =>
	inRollback(async (db) => {
		const [one, two] = [await seedOrganisation(db), await seedOrganisation(db)]
		const [first, second] = [await seedStaff(db, one), await seedStaff(db, two)]
		const filed = await seedRequest(db, {
			needs: ['labour.unpaid_wages', 'legal.other'],
			consentMode: 'ask_first',
			deskMayRead: false,
		})
		const [a, b] = filed.caseIds as [string, string]
		const agree = async (caseId: string, organisation: string, fields: string[]) => {
			const { askId } = await seedOffer(db, organisation, { ...filed, caseId })
			await become(db, { receipt: filed.receipt })
			await db`select private.answer_ask(${askId}, true, ${fields}, '2026-11')`
			const [offer] = await db<
				{ id: string }[]
			>`select id from app.referrals where case_id = ${caseId} and state = 'offered'`
			return offer!.id
		}
		const offers = [await agree(a, one, ['story']), await (await become(db, 'owner'), agree(b, two, ['contact']))]
		for (const [index, person] of [first, second].entries()) {
			await become(db, person)
			await db`select private.accept_referral(${offers[index]!})`
		}
		await become(db, first)
		expect(await openStory(db, a)).toHaveLength(1)
		expect(await refusal(db, (tx) => reveal(tx, a))).toBe('NTFND')
		expect(await refusal(db, (tx) => openStory(tx, b))).toBe('NTFND')
		await become(db, second)
		expect(await refusal(db, (tx) => openStory(tx, b))).toBe('NTFND')
		expect(await reveal(db, b)).toHaveLength(1)

		await become(db, { receipt: filed.receipt })
		await db`select private.withdraw_consent(${one})`
		await become(db, first)
		expect(await seen(db)).toEqual(NOTHING)
		await become(db, second)
		expect(await reveal(db, b)).toHaveLength(1)
	}))

test('the next organisation reads nothing of what the last one wrote, proposed or did', () =>
	inRollback(async (db) => {
		const [one, two] = [await seedOrganisation(db), await seedOrganisation(db)]
		const [first, second] = [await seedStaff(db, one), await seedStaff(db, two)]
		const triager = await seedStaff(db, await operatorId(db), 'triager')
		const filed = await seedRequest(db, { recipients: [one, two] })
		const { caseId, receipt } = await seedAccepted(db, one, first, filed)
		await become(db, first)
		await write(db, caseId, '第一家说的话')
		await db`select private.write_note(${randomUUID()}, ${caseId}, '第一家的记录')`
		await seedOutcome(db, caseId, first)
		await become(db, { receipt })
		await db`select private.dispute_outcome(${randomUUID()}, ${caseId}, '钱没有到账')`
		await become(db, first)
		await db`select private.return_case(${caseId}, 'no_capacity')`
		await become(db, triager)
		await db`select private.offer_by_hand(${caseId}, ${two}, 24)`
		await become(db, 'owner')
		const [offer] = await db<{ id: string }[]>`select id from app.referrals where organisation_id = ${two}`
		await become(db, second)
		await db`select private.accept_referral(${offer!.id})`
		expect(await seen(db)).toMatchObject({ cases: 1, requests: 1, messages: 0, internal_notes: 0, outcomes: 0 })
		expect(await db`select kind from app.case_events order by seq`).toEqual(
			['filed', 'offered', 'accepted'].map((kind) => ({ kind })),
		)
		await become(db, first)
		expect(await seen(db)).toEqual(NOTHING)
	}))
