import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { asReceipt, asUser, asVisitor, type Db } from '~/db/db.server'
import { asService } from '~/db/service.server'
import { brokenEvents } from '~tests/support/chain'
import { owner } from '~tests/support/db'
import { NEED, PLACE, STORY, seedOffer, seedOrganisation, seedStaff } from '~tests/support/seeds'

/** Real connections and real commits: what two people do at the same moment. Each file has its own database. */
const FILING = {
	...{ story: STORY, needs: [NEED], area: PLACE, sector: 'delivery', urgency: 'normal', consentMode: 'only_ticked' },
	contact: { name: null, phone: null, email: null, reachBy: ['here'] },
	...{ recipients: [], excluded: [], fields: [], deskMayRead: true, textVersion: '2026-11' },
}
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const file = async (db: Db, draftId: string) => {
	const reference = `T-${Array.from(randomBytes(8), (byte) => SIGNS[byte % 32]).join('')}`
	const [row] = await db<{ requestReference: string; receiptSession: string }[]>`
		select * from private.open_request(${draftId}, ${reference}, ${randomBytes(32)}, 'zh-CN', ${db.json(FILING)})`
	return row!
}
const count = async (table: string) =>
	(await owner<{ n: number }[]>`select count(*)::int as n from ${owner(table)}`)[0]!.n
const sweep = () => asService('test', (db) => db`select private.sweep()`)
const accept = (user: string, referralId: string) =>
	asUser({ role: 'authenticated', sub: user }, (db) => db`select private.accept_referral(${referralId})`)
const stateOf = async (caseId: string) =>
	(
		await owner<{ state: string; holder: string | null; holding: number; offered: number; strangers: number }[]>`
			select c.state, c.holder_organisation_id as holder,
				(select count(*)::int from app.referrals r where r.case_id = c.id and r.state in ('accepted', 'in_service', 'outcome_recorded')) as holding,
				(select count(*)::int from app.referrals r where r.case_id = c.id and r.state = 'offered') as offered,
				(select count(*)::int from app.case_access a where a.case_id = c.id
					and a.organisation_id is distinct from coalesce(c.holder_organisation_id, private.operator_id())) as strangers
			from app.cases c where c.id = ${caseId}`
	)[0]!

test('sent eight times at the same moment it is one request, with one number', async () => {
	for (let round = 0; round < 4; round++) {
		const before = await count('app.requests')
		const draftId = randomUUID()
		const answers = await Promise.all(Array.from({ length: 8 }, () => asVisitor((db) => file(db, draftId))))
		expect(new Set(answers.map(({ requestReference }) => requestReference)).size).toBe(1)
		expect(new Set(answers.map(({ receiptSession }) => receiptSession)).size).toBe(8)
		expect(await count('app.requests')).toBe(before + 1)
	}
	expect(await count('app.cases')).toBe(4)
	expect(await count('app.case_events')).toBe(4)
	expect(await count('graphile_worker._private_jobs')).toBe(4)
})

test('an offer that is accepted while it expires is one or the other, and the loser is told', async () => {
	for (let round = 0; round < 8; round++) {
		const organisation = await seedOrganisation(owner)
		const { user } = await seedStaff(owner, organisation)
		const { caseId, referralId } = await seedOffer(owner, organisation)
		await owner`update app.referrals set respond_by = now() - interval '1 second' where id = ${referralId}`
		const pair = [() => accept(user, referralId!), sweep]
		const [first, second] = round % 2 ? pair : [pair[1]!, pair[0]!]
		const results = await Promise.allSettled([first!(), second!()])
		const refused = results.filter((result) => result.status === 'rejected')
		const { state, holder, holding, offered, strangers } = await stateOf(caseId)
		if (refused.length === 1) {
			expect(refused[0]!.reason).toMatchObject({ code: 'TAKEN' })
			expect({ state, holder, holding, offered, strangers }).toEqual({
				state: 'offering',
				holder: null,
				holding: 0,
				offered: 0,
				strangers: 0,
			})
		} else {
			expect({ state, holder, holding, offered, strangers }).toEqual({
				state: 'with_organisation',
				holder: organisation,
				holding: 1,
				offered: 0,
				strangers: 0,
			})
		}
	}
})

test('an offer that is accepted while the worker takes the consent back leaves the organisation nothing, in either order', async () => {
	for (let round = 0; round < 8; round++) {
		const organisation = await seedOrganisation(owner)
		const { user } = await seedStaff(owner, organisation)
		const { caseId, referralId, receipt } = await seedOffer(owner, organisation)
		const withdraw = () =>
			asReceipt(
				{ role: 'receipt_holder', receipt_session: receipt },
				(db) => db`select private.withdraw_consent(${organisation})`,
			)
		const pair = [() => accept(user, referralId!), withdraw]
		const [first, second] = round % 2 ? pair : [pair[1]!, pair[0]!]
		const results = await Promise.allSettled([first!(), second!()])
		const accepted = results[round % 2 ? 0 : 1]!
		if (accepted.status === 'rejected') expect(accepted.reason).toMatchObject({ code: 'TAKEN' })
		expect(results[round % 2 ? 1 : 0]!.status).toBe('fulfilled')
		const left = await owner`select 1 from app.case_access where organisation_id = ${organisation}`
		expect([...left]).toEqual([])
		expect(await stateOf(caseId)).toMatchObject({ holder: null, holding: 0, offered: 0, strangers: 0 })
	}
})

test('a receipt code that is guessed many times at once is counted as many times', async () => {
	const { requestReference } = await asVisitor((db) => file(db, randomUUID()))
	const answers = await Promise.all(
		Array.from({ length: 20 }, () =>
			asVisitor(
				(db) =>
					db<{ outcome: string }[]>`select outcome from private.open_receipt(${requestReference}, ${randomBytes(32)})`,
			),
		),
	)
	expect(answers.filter(([row]) => row!.outcome === 'refused')).toHaveLength(8)
})

test('two sweeps at once move each case once, and no timeline is broken by any of this', async () => {
	const organisation = await seedOrganisation(owner)
	const offers = []
	for (let n = 0; n < 6; n++) offers.push(await seedOffer(owner, organisation))
	await owner`update app.referrals set respond_by = now() - interval '1 second' where state = 'offered'`
	await Promise.all([
		sweep(),
		sweep(),
		...offers.map(({ receipt, caseId }) =>
			asReceipt(
				{ role: 'receipt_holder', receipt_session: receipt },
				(db) => db`select private.escalate_case(${caseId})`,
			),
		),
	])
	await sweep()
	for (const { caseId } of offers) {
		const events = await owner<
			{ n: number }[]
		>`select count(*)::int as n from app.case_events where case_id = ${caseId} and kind = 'offer_expired'`
		expect(events[0]!.n).toBeLessThanOrEqual(1)
		expect(await stateOf(caseId)).toMatchObject({ state: 'triage', holder: null, holding: 0, offered: 0, strangers: 0 })
	}
	await owner.begin(async (db) => expect(await brokenEvents(db)).toEqual([]))
})
