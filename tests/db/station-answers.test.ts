import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { readAsk } from '~/domain/drives/asks.server'
import { readStationAsk } from '~/domain/members/station-ask.server'
import { attempt } from '~tests/support/attempt'
import { become, inRollback } from '~tests/support/db'
import { askOf, eventsOf, memberOf, refusedToAll, seedDrive, seedUnionOffice, unionState } from '~tests/support/drives'
import { seedStation } from '~tests/support/seed-unions'
import { seedStaff } from '~tests/support/seeds'

const read = (ask: string) => (db: Db) => readStationAsk(db, 'en', ask)
const record = (db: Db, ask: string, answer: string, changes: object = {}) =>
	db`select private.record_drive_answer(${ask}, ${answer}, 'station', ${db.json(changes as Record<string, string>)})`

test('a liaison reads of the asked member what can be read out, writes the answer down, and sees who wrote it', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { atStation, members, driveId } = await seedDrive(db, office)
		await db`insert into app.people (user_id, name) values (${office.liaison.user}, '方敏') on conflict (user_id) do update set name = '方敏'`
		const { phone } = members[1]!
		await become(db, office.liaison)
		const before = await read(atStation)(db)
		expect(before).toEqual({
			organisationId: office.union,
			stationId: office.station,
			name: '吴站',
			phoneLastFour: phone.slice(-4),
			memberState: 'due',
			area: 'Xihu District',
			sector: 'Food and instant delivery',
			platform: null,
			standing: 'waiting',
			through: null,
			answeredAt: null,
			answeredBy: null,
			mine: false,
		})
		await record(db, atStation, 'still')
		expect(await read(atStation)(db)).toEqual({
			...before,
			memberState: 'active',
			standing: 'still',
			through: 'station',
			answeredAt: expect.any(Date),
			answeredBy: '方敏',
			mine: true,
		})
		await become(db, 'owner')
		expect(await memberOf(db, members[1]!.id)).toEqual({ state: 'active', waits: false, ended: false })
		expect(await askOf(db, atStation)).toEqual({ standing: 'still', through: 'station', by: office.liaison.user })
		expect((await eventsOf(db, members[1]!.id)).at(-1)).toEqual({
			kind: 'confirmed',
			actor: 'staff',
			codes: { drive: driveId, answer: 'still', through: 'station' },
		})

		await become(db, office.officer)
		expect(await readAsk(db, 'en', driveId, atStation)).toMatchObject({ through: 'station', answeredBy: '方敏' })
		await become(db, 'owner')
		const second = await seedStaff(db, office.union, 'liaison') // of the same station
		await db`insert into app.station_liaisons (station_id, user_id) values (${office.station}, ${second.user})`
		await become(db, second)
		expect(await read(atStation)(db)).toMatchObject({ answeredBy: '方敏', mine: false })
	}))

test('nobody else reads a question that way or writes to it, and a liaison no question of another station', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { atStation, byPhone } = await seedDrive(db, office) // the latter at a station that is nobody's
		const stranger = await seedStaff(db, office.union, 'liaison')
		await refusedToAll(db, { ...office.outsiders, stranger }, read(atStation))
		await refusedToAll(db, { ...office.outsiders, stranger }, (tx) => record(tx, atStation, 'left'))
		await refusedToAll(db, { officer: office.officer }, read(atStation)) // reads it in the drive
		await refusedToAll(db, { liaison: office.liaison }, read(byPhone))
		await refusedToAll(db, { liaison: office.liaison }, (tx) => record(tx, byPhone, 'left'))
		await refusedToAll(db, { liaison: office.liaison }, read(randomUUID()))
		await refusedToAll(
			db,
			{ visitor: 'visitor', service: 'service', routing: 'routing', anon: 'anon' },
			read(atStation),
			'42501',
		)
	}))

test('whom somebody has sent on to another station is read by them for a day; a closed station or a lost role ends it', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { atStation } = await seedDrive(db, office)
		await become(db, office.liaison)
		await record(db, atStation, 'changed', { station: office.quiet })
		expect(await read(atStation)(db)).toMatchObject({ stationId: office.quiet, standing: 'changed', mine: true })
		await become(db, 'owner')
		await db`update app.drive_asks set answered_at = now() - interval '25 hours' where id = ${atStation}`
		await become(db, office.liaison)
		expect(await attempt(db, read(atStation))).toBe('NTFND')
		await become(db, 'owner')
		await db`update app.drive_asks set answered_at = now() where id = ${atStation}`
		await db`delete from app.staff_roles where user_id = ${office.liaison.user}`
		await become(db, office.liaison)
		expect(await attempt(db, read(atStation))).toBe('NTFND')
	}))

test('of a closed station nothing is read and nothing written down', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { atStation } = await seedDrive(db, office)
		await become(db, 'owner')
		await db`update app.stations set closed_at = now()`
		const before = await unionState(db)
		await become(db, office.liaison)
		expect(await attempt(db, read(atStation))).toBe('NTFND')
		expect(await attempt(db, (tx) => record(tx, atStation, 'still'))).toBe('NTFND')
		expect(await unionState(db)).toBe(before)
	}))

test('who has moved to a station of another union is not written down there for the drive of the first', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { atStation, members } = await seedDrive(db, office)
		await become(db, 'owner')
		const liaison = await seedStaff(db, office.other, 'liaison')
		const station = await seedStation(db, office.other, '临平站')
		await db`insert into app.station_liaisons (station_id, user_id) values (${station}, ${liaison.user})`
		await db`update app.memberships set union_organisation_id = ${office.other}, station_id = ${station} where id = ${members[1]!.id}`
		await refusedToAll(db, { liaison, before: office.liaison }, (tx) => record(tx, atStation, 'still'))
		await refusedToAll(db, { liaison, before: office.liaison }, read(atStation))
	}))

test('a second liaison, slower, changes nothing: an answer stands', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { atStation, members } = await seedDrive(db, office)
		await become(db, office.liaison)
		await record(db, atStation, 'still')
		await record(db, atStation, 'still') // the same once more is the same
		expect(await attempt(db, (tx) => record(tx, atStation, 'left'))).toBe('TAKEN')
		await become(db, 'owner')
		expect(await memberOf(db, members[1]!.id)).toMatchObject({ state: 'active' })
		expect((await eventsOf(db, members[1]!.id)).filter(({ kind }) => kind === 'confirmed')).toHaveLength(1)
	}))
