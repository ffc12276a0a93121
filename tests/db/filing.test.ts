import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { become, inRollback, refusal } from '~tests/support/db'
import { NEED, PLACE, STORY, operatorId, seedOrganisation, seedStaff } from '~tests/support/seeds'

const CONTACT = { name: '王小路', phone: '13800138000', email: null, reachBy: ['phone'], reachTimes: ['evening'] }
const FILING = {
	story: STORY,
	needs: [NEED, 'legal.other'],
	area: PLACE,
	sector: 'delivery',
	platform: null,
	workingForm: 'crowd',
	urgency: 'soon',
	contact: CONTACT as Record<string, string | string[] | null>,
	consentMode: 'only_ticked',
	recipients: [] as string[],
	excluded: [] as string[],
	fields: ['story', 'contact'],
	deskMayRead: true,
	textVersion: '2026-11',
}
type Filing = { [K in keyof typeof FILING]: (typeof FILING)[K] | null }

const file = async (
	db: Db,
	about: Partial<Filing> = {},
	draftId: string = randomUUID(),
	reference = anyReference(),
) => {
	const [row] = await db<{ requestReference: string; receiptSession: string }[]>`
		select * from private.open_request(${draftId}, ${reference}, ${randomBytes(32)}, 'zh-CN', ${db.json({ ...FILING, ...about })})`
	return row!
}
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const anyReference = () => `T-${Array.from(randomBytes(8), (byte) => SIGNS[byte % 32]).join('')}`

const WRITTEN = [
	'requests',
	'request_stories',
	'request_contacts',
	'exclusions',
	'consents',
	'cases',
	'case_access',
	'case_events',
	'drafts',
	'receipt_sessions',
	'notifications',
]
const counts = async (db: Db) => {
	const found: Record<string, number> = {}
	for (const table of WRITTEN)
		found[table] = (await db<{ n: number }[]>`select count(*)::int as n from app.${db(table)}`)[0]!.n
	found.jobs = (await db<{ n: number }[]>`select count(*)::int as n from graphile_worker._private_jobs`)[0]!.n
	return found
}

test('one call files everything: request, story, contact, consents, cases, timelines, jobs, receipt', () =>
	inRollback(async (db) => {
		const [one, two, excluded] = [await seedOrganisation(db), await seedOrganisation(db), await seedOrganisation(db)]
		const before = await counts(db)
		const draftId = randomUUID()
		await become(db, 'visitor')
		await db`select private.save_draft(${draftId}, ${db.json({ story: STORY })})`
		const contact = { ...CONTACT, email: 'w@people.test', reachBy: ['phone', 'email'] }
		const filed = await file(db, { recipients: [one, two], excluded: [excluded], contact }, draftId)
		await become(db, 'owner')
		const after = await counts(db)
		expect(Object.fromEntries(Object.entries(after).map(([table, n]) => [table, n - before[table]!]))).toEqual({
			requests: 1,
			request_stories: 1,
			request_contacts: 1,
			exclusions: 1,
			consents: 2 * 3 + 2, // two recipients for story, contact and being asked; the desk for story and contact
			cases: 2,
			case_access: 2 * 4, // the desk's: summary, conversation, story, contact of each case
			case_events: 2,
			drafts: 1,
			receipt_sessions: 1,
			notifications: 1,
			jobs: 3, // one to route each case, one letter
		})
		expect(await db`select body from app.request_stories`).toEqual([{ body: STORY }])
		expect(await db`select name, phone, email, reach_by, reach_times from app.request_contacts`).toEqual([
			{
				name: '王小路',
				phone: '13800138000',
				email: 'w@people.test',
				reachBy: ['phone', 'email'],
				reachTimes: ['evening'],
			},
		])
		expect(
			await db`select category_code, state, urgency, holder_organisation_id, area_code, sector_code,
			next_at = (now() + interval '8 hours')::timestamptz(3) as in_time from app.cases order by 1`,
		).toEqual(
			['labour.unpaid_wages', 'legal.other'].map((categoryCode) => ({
				...{ categoryCode, state: 'offering', urgency: 'soon', holderOrganisationId: null },
				...{ areaCode: PLACE, sectorCode: 'delivery', inTime: true },
			})),
		)
		expect(
			await db`select seq, actor, kind, codes, body_sha256 = sha256(convert_to(${STORY}, 'UTF8')) as digest from app.case_events`,
		).toEqual([1, 2].map(() => ({ seq: 1, actor: 'worker', kind: 'filed', codes: {}, digest: true })))
		// what was typed lives on in the request alone
		expect(await db`select answers, sent_at is not null as sent from app.drafts where id = ${draftId}`).toEqual([
			{ answers: {}, sent: true },
		])
		const jobs = await db<{ name: string; payload: Record<string, string>; key: string; maxAttempts: number }[]>`
			select t.identifier as name, j.payload, j.key, j.max_attempts from graphile_worker._private_jobs j
			join graphile_worker._private_tasks t on t.id = j.task_id order by t.identifier, j.key`
		const cases = await db<{ id: string }[]>`select id from app.cases`
		expect(
			jobs
				.filter(({ name }) => name === 'route_case')
				.map(({ payload }) => payload.caseId)
				.sort(),
		).toEqual(cases.map(({ id }) => id).sort())
		expect(jobs.every(({ payload }) => Object.keys(payload).length === 1)).toBe(true) // ids and nothing else
		expect(new Set(jobs.map(({ maxAttempts }) => maxAttempts))).toEqual(new Set([12]))

		await become(db, { receipt: filed.receiptSession })
		expect(await db`select reference from app.requests`).toEqual([{ reference: filed.requestReference }])
		await become(db, 'visitor')
		expect(await db`select reference from app.requests`).toEqual([]) // filing itself shows nothing
	}))

test('somebody signed in files into the account; a visitor into none', () =>
	inRollback(async (db) => {
		const account = await seedStaff(db, await operatorId(db), 'analyst')
		await become(db, account)
		const { requestReference } = await file(db)
		expect(await db`select reference from app.requests`).toEqual([{ reference: requestReference }])
		await become(db, 'visitor')
		const kept = await file(db)
		await become(db, account)
		expect(await db`select count(*)::int as n from app.requests`).toEqual([{ n: 1 }])
		await db`select private.keep_request(${kept.receiptSession})`
		expect(await db`select count(*)::int as n from app.requests`).toEqual([{ n: 2 }])
		await become(db, 'owner')
		const another = await seedStaff(db, await operatorId(db), 'analyst')
		await become(db, another)
		expect(await refusal(db, (tx) => tx`select private.keep_request(${kept.receiptSession})`)).toBe('NTFND') // it has its account
	}))

test('the same draft sent again files nothing, answers the same number and a receipt that works', () =>
	inRollback(async (db) => {
		const draftId = randomUUID()
		await become(db, 'visitor')
		const first = await file(db, {}, draftId)
		await become(db, 'owner')
		const before = await counts(db)
		await become(db, 'visitor')
		const second = await file(db, { story: '另一段话', needs: ['unsure'] }, draftId)
		expect(second.requestReference).toBe(first.requestReference)
		await become(db, 'owner')
		expect(await counts(db)).toEqual({ ...before, receipt_sessions: before.receipt_sessions! + 1 })
		await become(db, { receipt: second.receiptSession })
		expect(await db`select 1 from app.cases`).toHaveLength(2)
	}))

test('whom the worker excludes is never agreed to, whatever else was ticked; nor is who takes no cases', () =>
	inRollback(async (db) => {
		const [good, excluded, asleep] = [
			await seedOrganisation(db),
			await seedOrganisation(db),
			await seedOrganisation(db),
		]
		await db`update app.organisations set active = false where id = ${asleep}`
		const desk = await operatorId(db)
		const triager = await seedStaff(db, desk, 'triager')
		await become(db, 'visitor')
		const recipients = [good, excluded, asleep, desk, randomUUID(), good]
		await file(db, { recipients, excluded: [excluded, excluded], needs: ['unsure'], deskMayRead: false })
		await become(db, 'owner')
		expect(await db`select distinct recipient_organisation_id as id, purpose from app.consents`).toEqual([
			{ id: good, purpose: 'help_with_case' },
		])
		const [filed] = await db<{ id: string }[]>`select id from app.cases`
		await become(db, triager)
		expect(await refusal(db, (tx) => tx`select private.offer_by_hand(${filed!.id}, ${excluded}, 24)`)).toBe('WRONG')
		expect(await refusal(db, (tx) => tx`select private.offer_by_hand(${filed!.id}, ${asleep}, 24)`)).toBe('WRONG')
		expect(await refusal(db, (tx) => tx`select private.offer_by_hand(${filed!.id}, ${desk}, 24)`)).toBe('WRONG')
		expect(await db`select state from app.cases`).toEqual([{ state: 'triage' }])
	}))

test('"ask me first" agrees to nobody yet; the desk may still be let in', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		await become(db, 'visitor')
		await file(db, { consentMode: 'ask_first', recipients: [organisation] })
		await become(db, 'owner')
		expect(
			await db`select recipient_organisation_id as id, purpose, field_group from app.consents order by field_group`,
		).toEqual(['contact', 'story'].map((fieldGroup) => ({ id: expect.any(String), purpose: 'find_help', fieldGroup })))
		expect(await db`select 1 from app.consents where recipient_organisation_id = ${organisation}`).toEqual([])
	}))

test('"I am not sure" goes to a human at once, and is not routed', () =>
	inRollback(async (db) => {
		await become(db, 'visitor')
		await file(db, { needs: ['unsure', 'unsure'], urgency: 'today' })
		await become(db, 'owner')
		expect(
			await db`select state, triage_reason, next_at = (now() + interval '2 hours')::timestamptz(3) as in_time from app.cases`,
		).toEqual([{ state: 'triage', triageReason: 'not_sure', inTime: true }])
		expect(await db`select kind, codes from app.case_events order by seq`).toEqual([
			{ kind: 'filed', codes: {} },
			{ kind: 'to_triage', codes: { reason: 'not_sure' } },
		])
		expect(await db`select 1 from graphile_worker._private_jobs`).toEqual([])
	}))

const BAD: [string, Partial<Filing>, code: string][] = [
	['no need', { needs: [] }, 'WRONG'],
	['a need that is not offered', { needs: [NEED, 'labour.nothing'] }, '23503'],
	['a place that is not there', { area: '999999' }, '23503'],
	['no story', { story: '' }, '23514'],
	['no story at all', { story: null }, '23502'],
	['a story without end', { story: 'x'.repeat(5001) }, '23514'],
	['an urgency that is not offered', { urgency: 'yesterday' }, '23514'],
	['a way of agreeing that is not offered', { consentMode: 'everybody' }, '23514'],
	['a field that is not shared', { fields: ['diary'] }, '23514'],
	['an excluded that is no id', { excluded: ['lighthouse'] }, '22P02'],
	['a phone without digits', { contact: { ...CONTACT, phone: 'call me' } }, '23514'],
	['to be called without a phone', { contact: { ...CONTACT, phone: null } }, '23514'],
	['to be written to without an address', { contact: { ...CONTACT, reachBy: ['email'] } }, '23514'],
]
test.each(BAD)('%s is refused as a whole: nothing is written', (_, about, code) =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const before = await counts(db)
		await become(db, 'visitor')
		expect(await refusal(db, (tx) => file(tx, { recipients: [organisation], ...about }))).toBe(code)
		await become(db, 'owner')
		expect(await counts(db)).toEqual(before)
	}),
)

test('a number that is taken or has another shape is refused; the next number works', () =>
	inRollback(async (db) => {
		await become(db, 'visitor')
		const { requestReference } = await file(db)
		const draftId = randomUUID()
		expect(await refusal(db, (tx) => file(tx, {}, draftId, requestReference))).toBe('23505')
		expect(await refusal(db, (tx) => file(tx, {}, draftId, 'T-1'))).toBe('23514')
		expect((await file(db, {}, draftId)).requestReference).not.toBe(requestReference)
	}))
