import { expect, test } from 'vitest'
import { asReceipt, asUser, type User } from '~/db/db.server'
import { asService } from '~/db/service.server'
import { acceptReferral, declineReferral } from '~/domain/referrals/referrals.server'
import { owner } from '~tests/support/db'
import { seedOffer, seedOrganisation, seedRequest, seedStaff, type Filed } from '~tests/support/seeds'

const ROUNDS = 8
const asStaff = ({ user }: { user: string }): User => ({ role: 'authenticated', sub: user })
const statuses = (results: PromiseSettledResult<unknown>[]) => results.map(({ status }) => status).sort()
/** Start them together, each in a transaction and on a connection of its own. */
const together = (...work: (() => Promise<unknown>)[]) => Promise.allSettled(work.map((start) => start()))

async function seedOffered() {
	const organisation = await seedOrganisation(owner)
	const staff = asStaff(await seedStaff(owner, organisation))
	const filed = await seedRequest(owner, { recipients: [organisation] })
	const { referralId } = await seedOffer(owner, organisation, filed)
	return { organisation, staff, filed, referralId: referralId! }
}

/** What must hold of a case whatever happened: one holder at most, and nobody else reads more than a summary. */
async function stateOf({ caseId }: Filed) {
	const [row] = await owner<
		{ state: string; holder: string | null; living: string[]; readers: string[]; due: boolean }[]
	>`
		select c.state, c.holder_organisation_id as holder, c.next_at is not null as due,
			array(select r.state from app.referrals r where r.case_id = c.id and r.state in ('offered', 'accepted', 'in_service', 'outcome_recorded')) as living,
			array(select distinct a.organisation_id from app.case_access a where a.case_id = c.id and a.organisation_id <> private.operator_id()) as readers
		from app.cases c where c.id = ${caseId}`
	return row!
}

test('of two organisations that accept one case at the same moment exactly one gets it', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const [first, second] = [await seedOrganisation(owner), await seedOrganisation(owner)]
		const filed = await seedRequest(owner, { recipients: [first, second] })
		const offers = []
		for (const organisation of [first, second]) {
			const staff = asStaff(await seedStaff(owner, organisation))
			// The second by hand of the owner: the product makes one offer after the other.
			const [made] = await owner<{ id: string }[]>`insert into app.referrals (case_id, organisation_id, respond_by)
				values (${filed.caseId}, ${organisation}, now() + interval '1 day') returning id`
			await owner`insert into app.case_access (case_id, organisation_id, field_group) values (${filed.caseId}, ${organisation}, 'summary')`
			offers.push({ staff, organisation, referralId: made!.id })
		}
		const results = await together(
			...offers.map(
				({ staff, referralId }) =>
					() =>
						asUser(staff, (db) => acceptReferral(db, referralId)),
			),
		)
		expect(statuses(results)).toEqual(['fulfilled', 'rejected'])
		expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'TAKEN' } })
		const winner = offers[results.findIndex(({ status }) => status === 'fulfilled')]!.organisation
		expect(await stateOf(filed)).toEqual({
			state: 'with_organisation',
			holder: winner,
			due: true,
			living: ['accepted'],
			readers: [winner],
		})
	}
})

test('two colleagues who accept at the same moment get the same answer, and it is accepted once', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const { organisation, staff, filed, referralId } = await seedOffered()
		const colleague = asStaff(await seedStaff(owner, organisation))
		const results = await together(
			...[staff, colleague].map((user) => () => asUser(user, (db) => acceptReferral(db, referralId))),
		)
		expect(results.map((result) => result.status === 'fulfilled' && result.value)).toEqual([filed.caseId, filed.caseId])
		expect(await owner`select from app.case_events where case_id = ${filed.caseId} and kind = 'accepted'`).toHaveLength(
			1,
		)
	}
})

test('accepting while the worker takes the consent back leaves the organisation with nothing, whoever was first', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const { organisation, staff, filed, referralId } = await seedOffered()
		const [accepted, withdrawn] = await together(
			() => asUser(staff, (db) => acceptReferral(db, referralId)),
			() =>
				asReceipt(
					{ role: 'receipt_holder', receipt_session: filed.receipt },
					(db) => db`select private.withdraw_consent(${organisation})`,
				),
		)
		expect(withdrawn!.status).toBe('fulfilled')
		if (accepted!.status === 'rejected') expect(accepted).toMatchObject({ reason: { code: 'TAKEN' } })
		const now = await stateOf(filed)
		expect(now).toMatchObject({ holder: null, due: true, living: [], readers: [] })
		expect(now.state).toBe(accepted!.status === 'fulfilled' ? 'triage' : 'offering')
	}
})

test('an offer that is declined while it expires ends once, as one of the two, and the case goes on', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const { staff, filed, referralId } = await seedOffered()
		await owner`update app.referrals set respond_by = now() - interval '1 minute' where id = ${referralId}`
		const [declined, swept] = await together(
			() => asUser(staff, (db) => declineReferral(db, referralId, 'no_capacity')),
			() => asService('test', (db) => db`select private.sweep()`),
		)
		expect(swept!.status).toBe('fulfilled')
		if (declined!.status === 'rejected') expect(declined).toMatchObject({ reason: { code: 'TAKEN' } })
		const [referral] = await owner`select state from app.referrals where id = ${referralId}`
		expect(referral).toEqual({ state: declined!.status === 'fulfilled' ? 'declined' : 'expired' })
		const ends =
			await owner`select from app.case_events where case_id = ${filed.caseId} and kind in ('declined', 'offer_expired')`
		expect(ends).toHaveLength(1)
		expect(await stateOf(filed)).toMatchObject({ state: 'offering', holder: null, due: true, living: [], readers: [] })
		const jobs = await owner`select from graphile_worker.jobs where key = ${`route_case:${filed.caseId}`}`
		expect(jobs).toHaveLength(1)
	}
})
