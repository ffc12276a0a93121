import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { listMyStations, listStationMembers } from '~/domain/members/my-stations.server'
import {
	addStation,
	changeStation,
	closeStation,
	endLiaison,
	getStation,
	listLiaisons,
	listStations,
	nameLiaison,
	readStationChoices,
} from '~/domain/members/stations.server'
import { attempt } from '~tests/support/attempt'
import { become, inRollback, refusal } from '~tests/support/db'
import { bystanders, refusedTo, seedTwoUnions, twice, unionState } from '~tests/support/members'
import { seedMember } from '~tests/support/seed-unions'
import { seedStaff } from '~tests/support/seeds'

const FACTS = { name: '转塘站', area: '330106', platform: 'meituan' }
const stationOf = async (db: Db, id: string) => {
	await become(db, 'owner')
	return (
		await db`select name, area_code, platform_code, closed_at, union_organisation_id as union from app.stations where id = ${id}`
	)[0]
}

test('an officer adds, renames, closes and opens a station; twice is once; nobody else does', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, officer } = unions
		const others = await bystanders(db, unions)
		const id = randomUUID()
		const steps: [(tx: Db) => Promise<unknown>, object][] = [
			[
				(tx) => addStation(tx, ours, id, FACTS),
				{ name: '转塘站', areaCode: '330106', platformCode: 'meituan', closedAt: null, union: ours },
			],
			[
				(tx) => changeStation(tx, id, { name: '转塘休息点', area: null, platform: null }),
				{ name: '转塘休息点', areaCode: null, platformCode: null },
			],
			[(tx) => closeStation(tx, id, true), { closedAt: expect.any(Date) }],
			[(tx) => closeStation(tx, id, false), { closedAt: null }],
		]
		for (const [step, after] of steps) {
			await refusedTo(db, others, step)
			await twice(db, officer, step)
			expect(await stationOf(db, id)).toMatchObject(after)
		}
	}))

test('a name is given once in a union, to closed ones too, and again in another union', () =>
	inRollback(async (db) => {
		const { ours, theirs, officer, theirOfficer, station } = await seedTwoUnions(db)
		const other = randomUUID()
		await become(db, officer)
		expect(await addStation(db, ours, other, FACTS)).toBe('done')
		await closeStation(db, station, true)
		const before = await unionState(db)
		await become(db, officer)
		expect(await addStation(db, ours, randomUUID(), { ...FACTS, name: '文三路站' })).toBe('name_taken')
		expect(await changeStation(db, other, { ...FACTS, name: '文三路站' })).toBe('name_taken')
		expect(await refusal(db, (tx) => addStation(tx, ours, randomUUID(), { ...FACTS, name: '' }))).toBe('23514')
		expect(await refusal(db, (tx) => changeStation(tx, other, { ...FACTS, area: '999999' }))).toBe('23503')
		expect(await unionState(db)).toEqual(before)
		await become(db, theirOfficer)
		expect(await addStation(db, theirs, randomUUID(), { ...FACTS, name: '文三路站' })).toBe('done')
	}))

test('stations are listed by name, page by page, closed ones apart, for the officers of the union alone', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, officer, station, membership } = unions
		const others = await bystanders(db, unions)
		await db`insert into app.stations (union_organisation_id, name) select ${ours}, '站' || n from generate_series(1, 30) n`
		await db`update app.memberships set station_id = ${station} where id = ${membership.id}`
		await db`insert into app.union_pools (area_code, union_organisation_id) values ('330100', ${ours})`
		await seedMember(db, ours, { station, state: 'left' })
		await become(db, officer)
		const first = await listStations(db, 'en', ours, false, null)
		const second = await listStations(db, 'en', ours, false, first.next![0]!)
		expect(new Set([...first.stations, ...second.stations].map(({ id }) => id)).size).toBe(31)
		expect([...first.stations, ...second.stations].find(({ id }) => id === station)).toMatchObject({
			...{ name: '文三路站', members: 1, area: 'Xihu District', liaisons: [] },
		})
		expect((await listStations(db, 'en', ours, true, null)).stations).toEqual([])
		const { areas } = await readStationChoices(db, 'zh-CN', ours)
		expect(areas.map(({ name }) => name)).toEqual(expect.arrayContaining(['杭州市', '西湖区', '余杭区']))
		for (const [name, person] of Object.entries(others)) {
			if (typeof person !== 'object' || !('user' in person)) continue
			await become(db, person)
			expect([name, (await listStations(db, 'en', ours, false, null)).stations]).toEqual([name, []])
			await expect(getStation(db, 'en', ours, station)).rejects.toThrow('notFound')
			expect([name, (await listLiaisons(db, ours)).liaisons]).toEqual([name, []])
		}
	}))

test('an officer names a liaison of the union and takes the station away again; nobody else, and nobody of another union', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, theirs, officer, station } = unions
		const others = await bystanders(db, unions)
		await become(db, 'owner')
		const [liaison, stranger, caseworker] = [
			await seedStaff(db, ours, 'liaison'),
			await seedStaff(db, theirs, 'liaison'),
			await seedStaff(db, ours, 'caseworker'),
		]
		const name = (tx: Db) => nameLiaison(tx, station, liaison.user)
		await refusedTo(db, others, name)
		const { liaisons } = await twice(db, officer, name)
		expect(liaisons).toMatchObject([{ stationId: station, userId: liaison.user }])
		for (const { user } of [stranger, caseworker]) {
			await become(db, officer)
			expect(await refusal(db, (tx) => nameLiaison(tx, station, user))).toBe('WRONG')
		}
		expect((await listLiaisons(db, ours)).liaisons).toContainEqual({
			userId: liaison.user,
			name: '李明',
			stations: ['文三路站'],
		})
		const end = (tx: Db) => endLiaison(tx, station, liaison.user)
		await refusedTo(db, others, end)
		expect((await twice(db, officer, end)).liaisons).toBeNull()
	}))

test('a liaison sees names, states and last four digits of the own station, and nobody of another one', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, theirs, station, theirStation } = unions
		const liaison = await seedStaff(db, ours, 'liaison')
		const second = await addOne(db, ours)
		await db`insert into app.station_liaisons (station_id, user_id) values (${station}, ${liaison.user}), (${theirStation}, ${liaison.user})`
		const here = await seedMember(db, ours, { name: '王小路', phone: '13900004321', station, state: 'due' })
		await seedMember(db, ours, { name: '走了的', station, state: 'left' })
		await seedMember(db, ours, { name: '别站的', station: second })
		await seedMember(db, theirs, { name: '别会的', station: theirStation })
		await become(db, liaison)
		expect(await listMyStations(db, 'en')).toMatchObject([{ id: station, name: '文三路站', members: 1, unanswered: 0 }]) // not the other union's
		expect(await listStationMembers(db, station, false, [])).toEqual({
			members: [{ id: here.id, name: '王小路', state: 'due', phoneLastFour: '4321', askId: null }],
			next: null,
		})
		for (const id of [second, theirStation, randomUUID()])
			expect(await refusal(db, (tx) => listStationMembers(tx, id, false, []))).toBe('NTFND')
		for (const table of [
			'memberships',
			'member_details',
			'membership_events',
			'membership_transfers',
			'confirmation_drives',
			'drive_asks',
		])
			expect([table, await db`select 1 from app.${db(table)}`]).toEqual([table, []])

		await become(db, 'owner')
		await db`update app.stations set closed_at = now() where id = ${station}`
		await become(db, liaison)
		expect(await listMyStations(db, 'en')).toEqual([])
		expect(await refusal(db, (tx) => listStationMembers(tx, station, false, []))).toBe('NTFND')
		await become(db, 'owner')
		await db`update app.stations set closed_at = null where id = ${station}`
		await db`delete from app.staff_roles where user_id = ${liaison.user}`
		await become(db, liaison)
		expect(await listMyStations(db, 'en')).toEqual([]) // named at the station, but liaison no more
		expect(await refusal(db, (tx) => listStationMembers(tx, station, false, []))).toBe('NTFND')
	}))

const addOne = async (db: Db, union: string) => {
	const id = randomUUID()
	await db`insert into app.stations (id, union_organisation_id, name) values (${id}, ${union}, '另一站')`
	return id
}

test('nobody but the liaison of a station sees who belongs to it that way', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { station, officer, member } = unions
		const everybody = { ...(await bystanders(db, unions)), officer, member }
		await refusedTo(db, everybody, (tx) => listStationMembers(tx, station, false, []))
		for (const [name, person] of Object.entries(everybody)) {
			await become(db, person)
			const signedIn = typeof person === 'object' && 'user' in person
			if (signedIn) expect([name, await listMyStations(db, 'en')]).toEqual([name, []])
			else expect([name, await attempt(db, (tx) => listMyStations(tx, 'en'))]).toEqual([name, '42501'])
		}
	}))

test('while a drive of the union is open, whose answer is missing stands apart, by name, page by page', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, theirs, station } = unions
		const liaison = await seedStaff(db, ours, 'liaison')
		await db`insert into app.station_liaisons (station_id, user_id) values (${station}, ${liaison.user})`
		const drive = async (union: string, state = 'open') => {
			const id = randomUUID()
			await db`insert into app.confirmation_drives (id, union_organisation_id, name, not_confirmed_since, answer_by, state, closed_at)
				values (${id}, ${union}, '秋季确认', now(), now() + interval '14 days', ${state}, ${state === 'closed' ? new Date() : null})`
			return id
		}
		const [open, closed, elsewhere] = [await drive(ours), await drive(ours, 'closed'), await drive(theirs)]
		const waiting: string[] = []
		for (let n = 0; n < 40; n++) {
			const { id } = await seedMember(db, ours, { name: '王路', station })
			const asked = n < 30 ? open : n < 35 ? closed : elsewhere // who was a member there before
			await db`insert into app.drive_asks (drive_id, membership_id, channel) values (${asked}, ${id}, 'station')`
			if (n < 30) waiting.push(id)
		}
		await db`update app.drive_asks set answered_at = now(), answer = 'still', answered_through = 'station' where membership_id = ${waiting.pop()!}`
		await become(db, liaison)
		expect(await listMyStations(db, 'en')).toMatchObject([{ members: 40, unanswered: 29 }])
		const first = await listStationMembers(db, station, true, [])
		const second = await listStationMembers(db, station, true, first.next!)
		const shown = [...first.members, ...second.members]
		expect(shown.map(({ id }) => id).sort()).toEqual([...waiting].sort())
		expect(shown.every(({ askId }) => askId !== null)).toBe(true)
		expect(second.next).toBeNull()
	}))
