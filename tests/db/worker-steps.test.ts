import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { withdrawConsent } from '~/domain/consent/consent.server'
import { confirmOutcome, disputeOutcome } from '~/domain/outcomes/answer.server'
import { escalateCase, reopenCase, writeToHolder } from '~/domain/tracking/steps.server'
import { become, refusal } from '~tests/support/db'
import { operatorId, seedOutcome } from '~tests/support/seeds'
import {
	accessOf,
	everything,
	refusedToOthers,
	stateOf,
	twice,
	withAccepted,
	withOutcome,
	type Step,
} from '~tests/support/steps'

const messageId = randomUUID()
const confirm = (caseId: string) => (db: Db) => confirmOutcome(db, caseId, { rating: '4', comment: '谢谢' })
const dispute =
	(caseId: string, id = messageId) =>
	(db: Db) =>
		disputeOutcome(db, caseId, { messageId: id, reason: '只发了一半' })

/** The clock closes an outcome that nobody answered. */
async function unanswered(db: Db, caseId: string, daysAgo: number) {
	await become(db, 'owner')
	await db`update app.cases set next_at = now() - interval '1 minute' where id = ${caseId}`
	await become(db, 'service')
	await db`select private.sweep()`
	await become(db, 'owner')
	await db`update app.cases set closed_at = now() - make_interval(days => ${daysAgo}) where id = ${caseId}`
}

test(
	'a message goes to the holder, ends a wait for the worker, and stands once',
	withAccepted(async (db, setting) => {
		const { caseId, organisation, caseworker } = setting
		await become(db, caseworker)
		await db`select private.set_waiting(${caseId}, 'worker', now() + interval '3 days')`
		const step: Step = (db) => writeToHolder(db, caseId, { messageId, body: '明天下午可以' })
		await refusedToOthers(db, setting, step)
		await twice(db, setting, step)
		await become(db, { receipt: setting.receipt })
		expect(await refusal(db, (db) => writeToHolder(db, caseId, { messageId, body: '后天也可以' }))).toBe('TAKEN')
		await become(db, 'owner')
		expect(await db`select organisation_id, author, body from app.messages`).toEqual([
			{ organisationId: organisation, author: 'worker', body: '明天下午可以' },
		])
		expect(await stateOf(db, caseId)).toMatchObject({ state: 'with_organisation' })
	}),
)

test(
	'confirming closes the case, with the rating',
	withOutcome(async (db, setting) => {
		await refusedToOthers(db, setting, confirm(setting.caseId))
		await twice(db, setting, confirm(setting.caseId))
		expect(await stateOf(db, setting.caseId)).toMatchObject({ state: 'closed', closeReason: 'confirmed' })
		expect(await db`select answer, rating, comment from app.outcomes`).toEqual([
			{ answer: 'confirmed', rating: 4, comment: '谢谢' },
		])
		expect(await db`select state from app.referrals where case_id = ${setting.caseId}`).toEqual([
			{ state: 'confirmed' },
		])
	}),
)

test(
	'nothing is confirmed or disputed where nothing was proposed',
	withAccepted(async (db, setting) => {
		const before = await everything(db)
		await become(db, { receipt: setting.receipt })
		expect(await refusal(db, confirm(setting.caseId))).toBe('NOWAY')
		expect(await refusal(db, dispute(setting.caseId))).toBe('NOWAY')
		expect(await refusal(db, (db) => reopenCase(db, randomUUID()))).toBe('NTFND')
		expect(await everything(db)).toBe(before)
	}),
)

test(
	'a rating outside one to five is refused, and the case stays as it is',
	withOutcome(async (db, setting) => {
		const before = await everything(db)
		await become(db, { receipt: setting.receipt })
		expect(await refusal(db, (db) => db`select private.confirm_outcome(${setting.caseId}, 6, null)`)).toBe('23514')
		expect(await everything(db)).toBe(before)
	}),
)

test(
	'disputed once it goes back to a manager, disputed twice it goes to the desk',
	withOutcome(async (db, setting) => {
		const { caseId, organisation, caseworker, manager } = setting
		await refusedToOthers(db, setting, dispute(caseId))
		await twice(db, setting, dispute(caseId))
		expect(await stateOf(db, caseId)).toMatchObject({
			state: 'with_organisation',
			needsManager: true,
			holderOrganisationId: organisation,
		})
		await become(db, caseworker)
		const again = { code: 'got_help', note: '又补发了。' }
		const propose: Step = (db) => db`select private.propose_outcome(${randomUUID()}, ${caseId}, ${db.json(again)})`
		expect(await refusal(db, propose)).toBe('MNGER')

		await become(db, 'owner')
		await db`update app.outcomes set proposed_at = proposed_at - interval '1 day'` // this test is one moment long
		await seedOutcome(db, caseId, manager, again)
		await twice(db, setting, dispute(caseId, randomUUID()))
		expect(await stateOf(db, caseId)).toMatchObject({
			state: 'triage',
			triageReason: 'disputed_twice',
			holderOrganisationId: null,
		})
		const access = await accessOf(db, caseId)
		expect(access(organisation)).toEqual([])
		expect(access(await operatorId(db))).toEqual(['contact', 'messages', 'story', 'summary'])
	}),
)

test(
	'not answered in time, an outcome can still be disputed for 30 days',
	withOutcome(async (db, setting) => {
		const { caseId, organisation } = setting
		await unanswered(db, caseId, 31)
		await become(db, { receipt: setting.receipt })
		expect(await refusal(db, dispute(caseId))).toBe('NOWAY')
		await become(db, 'owner')
		await db`update app.cases set closed_at = now() - interval '29 days' where id = ${caseId}`
		await refusedToOthers(db, setting, dispute(caseId))
		await twice(db, setting, dispute(caseId))
		expect(await stateOf(db, caseId)).toMatchObject({
			state: 'with_organisation',
			needsManager: true,
			holderOrganisationId: organisation,
		})
		expect(await db`select state from app.referrals where case_id = ${caseId}`).toEqual([{ state: 'in_service' }])
	}),
)

test.each(['confirmed', 'unanswered'])('closed as %s, a case opens again at the same organisation', (reason) =>
	withOutcome(async (db, setting) => {
		const { caseId, organisation } = setting
		const reopen: Step = (db) => reopenCase(db, caseId)
		if (reason === 'unanswered') await unanswered(db, caseId, 2)
		else await twice(db, setting, confirm(caseId))
		await refusedToOthers(db, setting, reopen)
		await twice(db, setting, reopen)
		expect(await stateOf(db, caseId)).toMatchObject({ state: 'with_organisation', holderOrganisationId: organisation })
		expect((await accessOf(db, caseId))(organisation)).toEqual(['contact', 'messages', 'story', 'summary'])
	})(),
)

test(
	'a case does not open again after 30 days, nor at an organisation that may not have it any more',
	withOutcome(async (db, setting) => {
		const reopen: Step = (db) => reopenCase(db, setting.caseId)
		await twice(db, setting, confirm(setting.caseId))
		await become(db, { receipt: setting.receipt })
		await withdrawConsent(db, setting.organisation)
		expect(await refusal(db, reopen)).toBe('NOWAY')
		await become(db, 'owner')
		await db`update app.consents set withdrawn_at = null`
		await db`update app.cases set closed_at = now() - interval '31 days'`
		await become(db, { receipt: setting.receipt })
		expect(await refusal(db, reopen)).toBe('NOWAY')
	}),
)

test(
	'"nobody answers me" takes the case from the organisation to the front of the desk',
	withAccepted(async (db, setting) => {
		const { caseId, organisation } = setting
		const escalate: Step = (db) => escalateCase(db, caseId)
		await refusedToOthers(db, setting, escalate)
		await twice(db, setting, escalate)
		expect(await stateOf(db, caseId)).toMatchObject({ state: 'triage', triageReason: 'escalated' })
		expect((await accessOf(db, caseId))(organisation)).toEqual([])
		expect(
			await db`select 1 as soon from app.cases where id = ${caseId} and next_at < now() + interval '121 minutes'`,
		).toEqual([{ soon: 1 }])
	}),
)
