import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { answerAsk, withdrawConsent } from '~/domain/consent/consent.server'
import { escalateCase, withdrawRequest } from '~/domain/tracking/steps.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { operatorId, seedOffer, seedOrganisation, seedRequest, seedStaff } from '~tests/support/seeds'
import { accessOf, everything, refusedToOthers, stateOf, twice, withAccepted, type Step } from '~tests/support/steps'

test(
	'consent taken back from the holder ends hold, access and referral, and the desk has the case',
	withAccepted(async (db, setting) => {
		const { caseId, organisation } = setting
		const withdraw: Step = (db) => withdrawConsent(db, organisation)
		const others = await seedRequest(db) // somebody who never agreed to this organisation
		await become(db, { receipt: others.receipt })
		expect(await refusal(db, withdraw)).toBe('NTFND')
		await twice(db, setting, withdraw)
		expect(await stateOf(db, caseId)).toMatchObject({ state: 'triage', triageReason: 'consent_withdrawn' })
		expect((await accessOf(db, caseId))(organisation)).toEqual([])
		expect(await db`select state from app.referrals where case_id = ${caseId}`).toEqual([{ state: 'revoked' }])
		await become(db, setting.caseworker)
		expect(await db`select 1 from app.cases where id = ${caseId}`).toEqual([])
		expect(await refusal(db, (db) => db`select private.open_story(${caseId})`)).toBe('NTFND')
	}),
)

test(
	'taking back a consent is nobody else’s to do',
	withAccepted(async (db, setting) => {
		const before = await everything(db)
		for (const person of ['visitor', 'anon', 'service', setting.caseworker, { receipt: randomUUID() }] as Person[]) {
			await become(db, person)
			expect(['NTFND', '42501']).toContain(await refusal(db, (db) => withdrawConsent(db, setting.organisation)))
		}
		expect(await everything(db)).toBe(before)
	}),
)

test('consent taken back from an organisation with an offer takes the offer back and asks for the next', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const offered = await seedOffer(db, organisation)
		await become(db, 'owner')
		const [jobs] = await db<
			{ before: string }[]
		>`select count(*) as before from graphile_worker.jobs where task_identifier = 'route_case'`
		await twice(db, offered, (db) => withdrawConsent(db, organisation))
		expect(await stateOf(db, offered.caseId)).toMatchObject({ state: 'offering' })
		expect(await db`select state from app.referrals where id = ${offered.referralId}`).toEqual([{ state: 'revoked' }])
		expect((await accessOf(db, offered.caseId))(organisation)).toEqual([])
		expect(Number(jobs!.before)).toBeGreaterThan(0)
		expect(await db`select 1 as again from graphile_worker.jobs where key = ${`route_case:${offered.caseId}`}`).toEqual(
			[{ again: 1 }],
		)
	}))

test('the desk may be told not to read the story, and still holds the case', () =>
	inRollback(async (db) => {
		const filed = await seedRequest(db, { needs: ['unsure'] })
		const desk = await operatorId(db)
		await twice(db, filed, (db) => withdrawConsent(db, desk))
		expect(await stateOf(db, filed.caseId)).toMatchObject({ state: 'triage', triageReason: 'not_sure' })
		expect((await accessOf(db, filed.caseId))(desk)).toEqual(['messages', 'summary'])
	}))

test(
	'withdrawing the request closes every case and leaves nobody anything to see',
	withAccepted(async (db, setting) => {
		const bystander = await seedRequest(db, { recipients: [setting.organisation] })
		const before = await everything(db)
		for (const person of ['visitor', 'anon', 'service', setting.caseworker, { receipt: randomUUID() }] as Person[]) {
			await become(db, person)
			expect(['NTFND', '42501']).toContain(await refusal(db, withdrawRequest))
		}
		expect(await everything(db)).toBe(before)
		await twice(db, setting, withdrawRequest)
		expect(await stateOf(db, setting.caseId)).toMatchObject({ state: 'closed', closeReason: 'withdrawn' })
		expect(await db`select 1 from app.case_access where case_id = ${setting.caseId}`).toEqual([])
		expect(
			await db`select 1 from app.consents where request_id = ${setting.requestId} and withdrawn_at is null`,
		).toEqual([])
		expect(await stateOf(db, bystander.caseId)).toMatchObject({ state: 'offering' })
	}),
)

test.each([true, false])('asked first, the worker answers %s', (agreed) =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const caseworker = await seedStaff(db, organisation)
		const asked = await seedOffer(db, organisation, await seedRequest(db, { consentMode: 'ask_first' }))
		const answer: Step = (db) => answerAsk(db, asked.askId!, { agreed, fields: ['story'] })
		expect((await accessOf(db, asked.caseId))(organisation)).toEqual([])
		await refusedToOthers(db, { ...asked, organisation, caseworker, manager: caseworker }, answer)
		await twice(db, asked, answer)
		expect(await stateOf(db, asked.caseId)).toMatchObject({ state: 'offering' })
		expect((await accessOf(db, asked.caseId))(organisation)).toEqual(agreed ? ['summary'] : [])
		expect(
			await db`select field_group from app.consents where request_id = ${asked.requestId} and recipient_organisation_id = ${organisation} order by 1`,
		).toEqual(agreed ? [{ fieldGroup: 'messages' }, { fieldGroup: 'story' }] : [])
		// The other answer comes too late.
		await become(db, { receipt: asked.receipt })
		expect(await refusal(db, (db) => answerAsk(db, asked.askId!, { agreed: !agreed, fields: [] }))).toBe('TAKEN')
	}),
)

test('with a closed receipt nothing is read and nothing done', () =>
	inRollback(async (db) => {
		const filed = await seedRequest(db)
		await become(db, { receipt: filed.receipt })
		expect(await db`select 1 from app.cases`).toHaveLength(1)
		await db`select private.close_receipt()`
		expect(await db`select 1 from app.requests`).toEqual([])
		expect(await db`select 1 from app.cases`).toEqual([])
		expect(await refusal(db, (db) => escalateCase(db, filed.caseId))).toBe('NTFND')
		expect(await refusal(db, withdrawRequest)).toBe('NTFND')
	}))

test.each([
	['today', 12],
	['soon', 36],
	['normal', 72],
] as const)('a question about something needed %s is open for %i hours, and the case has that date', (urgency, hours) =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const filed = await seedRequest(db, { consentMode: 'ask_first', urgency })
		const { askId } = await seedOffer(db, organisation, filed)
		expect(
			await db`select extract(epoch from a.answer_by - a.asked_at)::int / 3600 as hours, c.next_at = a.answer_by as same
			from app.consent_asks a join app.cases c on c.id = a.case_id where a.id = ${askId}`,
		).toEqual([{ hours, same: true }])
	}),
)
