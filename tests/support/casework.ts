import { expect } from 'vitest'
import type { Db } from '~/db/begin.server'
import { become, refusal, type Person } from './db'
import { operatorId, seedOrganisation, seedRequest, seedStaff } from './seeds'

/** Two organisations with their people; the first is offered a case, or has accepted it. */
export async function seedWorld(db: Db) {
	const ours = await seedOrganisation(db)
	const theirs = await seedOrganisation(db, { nameZh: '另一家', nameEn: 'Another One' })
	return {
		ours,
		theirs,
		caseworker: await seedStaff(db, ours, 'caseworker'),
		supervisor: await seedStaff(db, ours, 'caseworker', 'manager'),
		manager: await seedStaff(db, ours, 'manager'),
		analyst: await seedStaff(db, ours, 'analyst'),
		stranger: await seedStaff(db, theirs, 'caseworker', 'manager'),
		triager: await seedStaff(db, await operatorId(db), 'triager'),
		otherReceipt: { receipt: (await seedRequest(db)).receipt },
	}
}
export type World = Awaited<ReturnType<typeof seedWorld>>

/** Everything that a step could move, as the owner sees it. */
export async function snapshot(db: Db) {
	await become(db, 'owner')
	const [row] = await db`select
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.cases t) as cases,
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.referrals t) as referrals,
		(select jsonb_agg(to_jsonb(t) order by t.case_id, t.organisation_id, t.field_group) from app.case_access t) as access,
		(select jsonb_agg(to_jsonb(t) order by t.case_id, t.seq) from app.case_events t) as events,
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.messages t) as messages,
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.internal_notes t) as notes,
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.outcomes t) as outcomes,
		(select jsonb_agg(to_jsonb(t) order by t.case_id, t.user_id, t.field_group) from app.views t) as views,
		(select count(*)::int from app.notifications) as notices, (select count(*)::int from graphile_worker.jobs) as jobs`
	return row!
}

/** Each of these people is refused, and after each nothing at all is different. */
export async function refusedTo(
	db: Db,
	people: Record<string, Person>,
	step: (db: Db) => Promise<unknown>,
	code = 'NTFND',
) {
	const before = await snapshot(db)
	for (const [name, person] of Object.entries(people)) {
		await become(db, person)
		const answered = await refusal(db, step).catch(() => 'allowed')
		const expected = person === 'visitor' || 'receipt' in (person as object) ? '42501' : code
		expect({ name, answered }).toEqual({ name, answered: expected })
		expect(await snapshot(db), name).toEqual(before)
	}
}
/** All who have no business with a case that our caseworkers hold. */
export const everybodyElse = ({
	analyst,
	manager,
	stranger,
	triager,
	otherReceipt,
}: World): Record<string, Person> => ({
	analyst,
	manager,
	stranger,
	triager,
	otherReceipt,
	visitor: 'visitor',
})
