import { expect } from 'vitest'
import type { Db } from '~/db/begin.server'
import { attempt } from './attempt'
import { become, type Person } from './db'
import { seedMember, seedStation } from './seed-unions'
import { operatorId, seedOrganisation, seedRequest, seedStaff, seedUser } from './seeds'

/** Two unions with their people: the member is of the first. */
export async function seedTwoUnions(db: Db) {
	const ours = await seedOrganisation(db, { kind: 'union', nameZh: '西湖区总工会', nameEn: 'Xihu District Union' })
	const theirs = await seedOrganisation(db, { kind: 'union', nameZh: '余杭区总工会', nameEn: 'Yuhang District Union' })
	const member = await seedUser(db)
	const membership = await seedMember(db, ours, { user: member.user, name: '郑大路', email: 'member@people.test' })
	return {
		...{ ours, theirs, member, membership },
		officer: await seedStaff(db, ours, 'officer'),
		theirOfficer: await seedStaff(db, theirs, 'officer'),
		station: await seedStation(db, ours, '文三路站'),
		theirStation: await seedStation(db, theirs, '良渚站'),
	}
}
export type TwoUnions = Awaited<ReturnType<typeof seedTwoUnions>>

/** All who have no business with the members of a union, whatever else they may do for it. */
export async function bystanders(db: Db, { ours, theirs }: TwoUnions): Promise<Record<string, Person>> {
	const desk = await operatorId(db)
	const stranger = await seedUser(db)
	await seedMember(db, ours, { user: stranger.user, name: '林小溪' })
	return {
		theirOfficer: await seedStaff(db, theirs, 'officer', 'manager'),
		liaison: await seedStaff(db, ours, 'liaison'),
		caseworker: await seedStaff(db, ours, 'caseworker'),
		manager: await seedStaff(db, ours, 'manager'),
		analyst: await seedStaff(db, ours, 'analyst'),
		triager: await seedStaff(db, desk, 'triager'),
		administrator: await seedStaff(db, desk, 'administrator'),
		anotherMember: stranger,
		receipt: { receipt: (await seedRequest(db)).receipt },
		visitor: 'visitor',
		anon: 'anon',
		service: 'service',
		routing: 'routing',
	}
}

/** Everything that a step could move, as the owner sees it. */
export async function unionState(db: Db) {
	await become(db, 'owner')
	const [row] = await db`select
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.memberships t) as memberships,
		(select jsonb_agg(to_jsonb(t) order by t.membership_id) from app.member_details t) as details,
		(select jsonb_agg(to_jsonb(t) order by t.membership_id, t.seq) from app.membership_events t) as events,
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.membership_transfers t) as transfers,
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.stations t) as stations,
		(select jsonb_agg(to_jsonb(t) order by t.station_id, t.user_id) from app.station_liaisons t) as liaisons,
		(select jsonb_agg(to_jsonb(t) order by t.membership_id, t.user_id) from app.member_views t) as looks,
		(select jsonb_agg(to_jsonb(t) order by t.membership_id) from app.member_search t) as found_by,
		(select count(*)::int from app.notifications) as notices, (select count(*)::int from graphile_worker.jobs) as jobs`
	return row!
}

/** Each of these people is refused, and after all of them nothing at all is different. */
export async function refusedTo(db: Db, people: Record<string, Person>, step: (db: Db) => Promise<unknown>) {
	const before = await unionState(db)
	for (const [name, person] of Object.entries(people)) {
		await become(db, person)
		const signedIn = typeof person === 'object' && 'user' in person
		expect({ name, answer: await attempt(db, step) }).toEqual({ name, answer: signedIn ? 'NTFND' : '42501' })
	}
	expect(await unionState(db)).toEqual(before)
}

/** Done by whoever may, and done again: the second time moves nothing. */
export async function twice(db: Db, person: Person, step: (db: Db) => Promise<unknown>) {
	await become(db, person)
	await step(db)
	const once = await unionState(db)
	await become(db, person)
	await step(db)
	expect(await unionState(db)).toEqual(once)
	return once
}

export const kindsOf = async (db: Db, id: string) => {
	await become(db, 'owner')
	const rows = await db<{ kind: string; actor: string; codes: object }[]>`
		select kind, actor, codes from app.membership_events where membership_id = ${id} order by seq`
	return rows.map(({ kind, actor, codes }) => ({ kind, actor, codes }))
}
