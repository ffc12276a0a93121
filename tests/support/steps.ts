import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Db } from '~/db/begin.server'
import { become, inRollback, refusal, type Person } from './db'
import { operatorId, seedAccepted, seedOrganisation, seedOutcome, seedRequest, seedStaff, type Filed } from './seeds'

/** How a step of the worker is tried: by its owner, twice; by everybody else; and what must hold after it. */
export type Step = (db: Db) => Promise<unknown>
export type Setting = Filed & { organisation: string; caseworker: { user: string }; manager: { user: string } }

/** Everything that a step could move, of every request in the database. */
export async function everything(db: Db) {
	await become(db, 'owner')
	const [row] = await db<{ all: string }[]>`select md5(concat(
		(select jsonb_agg(to_jsonb(x) order by id) from app.cases x), (select jsonb_agg(to_jsonb(x) order by id) from app.referrals x),
		(select jsonb_agg(to_jsonb(x) order by case_id, organisation_id, field_group) from app.case_access x),
		(select jsonb_agg(to_jsonb(x) order by id) from app.consents x), (select jsonb_agg(to_jsonb(x) order by id) from app.consent_asks x),
		(select jsonb_agg(to_jsonb(x) order by id) from app.outcomes x), (select jsonb_agg(to_jsonb(x) order by id) from app.messages x),
		(select jsonb_agg(to_jsonb(x) order by case_id, seq) from app.case_events x),
		(select count(*) from app.notifications), (select count(*) from graphile_worker.jobs))) as all`
	return row!.all
}

/** No request falls through: an open case is with one organisation or with the desk, and has a date. */
export async function nothingFellThrough(db: Db) {
	await become(db, 'owner')
	expect(
		await db`select c.id, c.state from app.cases c
		left join lateral (select count(*) as holding, min(r.organisation_id::text) as by from app.referrals r
			where r.case_id = c.id and r.state in ('accepted', 'in_service', 'outcome_recorded')) r on true
		where c.state <> 'closed' and (c.next_at is null
				or (c.holder_organisation_id is null) <> (c.state in ('triage', 'offering'))
				or r.holding <> (case when c.holder_organisation_id is null then 0 else 1 end)
				or c.holder_organisation_id::text is distinct from r.by)
			or c.state = 'closed' and r.holding > 0`,
	).toEqual([])
}

export async function stateOf(db: Db, caseId: string) {
	await become(db, 'owner')
	const [row] = await db`select state, triage_reason, close_reason, holder_organisation_id, needs_manager
		from app.cases where id = ${caseId}`
	return row
}
export const accessOf = async (db: Db, caseId: string) => {
	await become(db, 'owner')
	const rows = await db<{ organisationId: string; fieldGroup: string }[]>`
		select organisation_id, field_group from app.case_access where case_id = ${caseId} order by field_group`
	return (organisation: string) =>
		rows.filter(({ organisationId }) => organisationId === organisation).map(({ fieldGroup }) => fieldGroup)
}

/** Nobody but the holder of this receipt: each is refused, and nothing has moved. */
export async function refusedToOthers(db: Db, { organisation, caseworker }: Setting, step: Step) {
	await become(db, 'owner')
	const others: Person[] = [
		{ receipt: (await seedRequest(db, { recipients: [organisation] })).receipt },
		{ receipt: randomUUID() },
		'visitor',
		'anon',
		'service',
		caseworker,
		await seedStaff(db, await operatorId(db), 'triager', 'administrator'),
	]
	const before = await everything(db)
	for (const person of others) {
		await become(db, person)
		expect(['NTFND', '42501'], JSON.stringify(person)).toContain(await refusal(db, step))
	}
	expect(await everything(db)).toBe(before)
}

/** The holder of the receipt does it, and does it again: the second time moves nothing. */
export async function twice(db: Db, filed: Filed, step: Step) {
	await become(db, { receipt: filed.receipt })
	await step(db)
	const once = await everything(db)
	await become(db, { receipt: filed.receipt })
	await step(db)
	expect(await everything(db)).toBe(once)
	await nothingFellThrough(db)
}

/** A case in the hands of an organisation, in a transaction that is undone. */
export const withAccepted = (work: (db: Db, setting: Setting) => Promise<void>) => () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const caseworker = await seedStaff(db, organisation)
		const manager = await seedStaff(db, organisation, 'caseworker', 'manager')
		const filed = await seedAccepted(db, organisation, caseworker)
		await work(db, { ...filed, organisation, caseworker, manager })
	})

export const withOutcome = (work: (db: Db, setting: Setting) => Promise<void>) =>
	withAccepted(async (db, setting) => {
		await seedOutcome(db, setting.caseId, setting.caseworker)
		await work(db, setting)
	})
