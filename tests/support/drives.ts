import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Db } from '~/db/begin.server'
import { become, refusal, type Person } from './db'
import { seedMember, seedStation } from './seed-unions'
import { operatorId, seedOrganisation, seedStaff, seedUser } from './seeds'

/** A union with an officer, a station and its liaison, another station without one, and everybody who has no business there. */
export async function seedUnionOffice(db: Db) {
	const union = await seedOrganisation(db, { kind: 'union', nameZh: '西湖区总工会', nameEn: 'Xihu District Union' })
	const other = await seedOrganisation(db, { kind: 'union', nameZh: '余杭区总工会', nameEn: 'Yuhang District Union' })
	const officer = await seedStaff(db, union, 'officer')
	const liaison = await seedStaff(db, union, 'liaison')
	const [station, quiet] = [await seedStation(db, union, '文三路站'), await seedStation(db, union, '古翠路站')]
	await db`insert into app.station_liaisons (station_id, user_id) values (${station}, ${liaison.user})`
	const desk = await operatorId(db)
	const outsiders: Record<string, Person> = {
		analyst: await seedStaff(db, union, 'analyst'),
		caseworker: await seedStaff(db, union, 'caseworker', 'manager'),
		otherOfficer: await seedStaff(db, other, 'officer', 'liaison'),
		desk: await seedStaff(db, desk, 'triager', 'administrator'),
		account: await seedUser(db),
	}
	return { union, other, officer, liaison, station, quiet, outsiders }
}
export type UnionOffice = Awaited<ReturnType<typeof seedUnionOffice>>

export const today = (days = 0) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

type Limits = { since?: string; area?: string; sector?: string; platform?: string; station?: string; until?: string }
export const start = async (
	db: Db,
	union: string,
	{ since = today(), until = today(14), ...l }: Limits = {},
	id = randomUUID(),
) => {
	const [row] = await db<
		{ asked: number }[]
	>`select private.start_drive(${id}, ${union}, '秋季确认', ${since}::date, ${l.area ?? null},
		${l.sector ?? null}, ${l.platform ?? null}, ${l.station ?? null}::uuid, ${until}::date) as asked`
	return { driveId: id, asked: row!.asked }
}
/** A drive with one member asked by each channel, in the order letter, station, phone. Ends as the owner. */
export async function seedDrive(db: Db, office: UnionOffice) {
	const members = [
		await seedMember(db, office.union, { email: 'one@people.test', name: '周小满', confirmedDaysAgo: 400 }),
		await seedMember(db, office.union, { station: office.station, name: '吴站', confirmedDaysAgo: 400 }),
		await seedMember(db, office.union, { station: office.quiet, name: '郑话', confirmedDaysAgo: 400 }),
	]
	await become(db, office.officer)
	const { driveId } = await start(db, office.union)
	await become(db, 'owner')
	const asks = await Promise.all(
		members.map(async ({ id }) => {
			const [ask] = await db<{ id: string }[]>`select id from app.drive_asks where membership_id = ${id}`
			return ask!.id
		}),
	)
	return { driveId, members, byLetter: asks[0]!, atStation: asks[1]!, byPhone: asks[2]! }
}
export const memberOf = async (db: Db, id: string) =>
	(
		await db`select state, confirm_by is not null as waits, ended_at is not null as ended from app.memberships where id = ${id}`
	)[0]
export const askOf = async (db: Db, id: string) =>
	(await db`select standing, answered_through as through, answered_by as by from app.drive_asks where id = ${id}`)[0]
export const eventsOf = (db: Db, id: string) =>
	db<
		{ kind: string; actor: string; codes: object }[]
	>`select kind, actor, codes from app.membership_events where membership_id = ${id} order by seq`

/** Everything of unions that a step could move. */
export async function unionState(db: Db): Promise<string> {
	await become(db, 'owner')
	const [row] = await db<{ all: string }[]>`select md5(concat(
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.memberships t), (select jsonb_agg(to_jsonb(t) order by t.membership_id) from app.member_details t),
		(select jsonb_agg(to_jsonb(t) order by t.membership_id, t.seq) from app.membership_events t),
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.confirmation_drives t), (select jsonb_agg(to_jsonb(t) order by t.id) from app.drive_asks t),
		(select jsonb_agg(to_jsonb(t) order by t.drive_ask_id) from app.drive_changes t),
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.member_imports t),
		(select jsonb_agg(to_jsonb(t) order by t.import_id, t.row_no) from app.import_rows t),
		(select jsonb_agg(to_jsonb(t) order by t.id) from app.member_exports t), (select jsonb_agg(to_jsonb(t) order by t.id) from app.stations t),
		(select count(*) from app.notifications), (select count(*) from graphile_worker.jobs))) as all`
	return row!.all
}

/** Each of these people is refused, in the same words, and nothing is different afterwards. */
export async function refusedToAll(
	db: Db,
	people: Record<string, Person>,
	step: (db: Db) => Promise<unknown>,
	code = 'NTFND',
) {
	const before = await unionState(db)
	for (const [name, person] of Object.entries(people)) {
		await become(db, person)
		expect({ name, answered: await refusal(db, step).catch(() => 'allowed') }).toEqual({ name, answered: code })
		expect(await unionState(db), name).toBe(before)
	}
}
