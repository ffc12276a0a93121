import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { attempt } from '~tests/support/attempt'
import { become, inRollback, type Person } from '~tests/support/db'
import { askOf, eventsOf, memberOf, refusedToAll, seedDrive, seedUnionOffice, unionState } from '~tests/support/drives'
import { hashOf, seedMember } from '~tests/support/seed-unions'

type Changes = Record<string, string>
const byLink = (db: Db, ask: string, answer: string, changes: Changes = {}) =>
	db`select private.answer_drive_ask(${ask}, ${answer}, ${db.json(changes)})`
const record = (db: Db, ask: string, answer: string, through = 'phone', changes: Changes = {}) =>
	db`select private.record_drive_answer(${ask}, ${answer}, ${through}, ${db.json(changes)})`
const phone = (number: string) => ({ phone: number, phoneHash: hashOf(number).toString('hex') })
const as = async <T>(db: Db, person: Person, work: (db: Db) => Promise<T>): Promise<T> => {
	await become(db, person)
	const result = await work(db)
	await become(db, 'owner')
	return result
}

test('through the link all may stay as it is: active again, confirmed today, once however often it is sent', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { driveId, members, byLetter } = await seedDrive(db, office)
		await as(db, 'visitor', (tx) => byLink(tx, byLetter, 'still'))
		const after = await unionState(db)
		expect(await memberOf(db, members[0]!.id)).toEqual({ state: 'active', waits: false, ended: false })
		expect(
			await db`select confirmed_at > now() - interval '1 minute' as now from app.memberships where id = ${members[0]!.id}`,
		).toEqual([{ now: true }])
		expect(await askOf(db, byLetter)).toEqual({ standing: 'still', through: 'link', by: null })
		expect((await eventsOf(db, members[0]!.id)).at(-1)).toEqual({
			kind: 'confirmed',
			actor: 'member',
			codes: { drive: driveId, answer: 'still', through: 'link' },
		})
		await as(db, 'visitor', (tx) => byLink(tx, byLetter, 'still'))
		expect(await unionState(db)).toBe(after)
		await become(db, 'visitor')
		expect(await attempt(db, (tx) => byLink(tx, byLetter, 'left'))).toBe('TAKEN')
		expect(await unionState(db)).toBe(after)
	}))

test('what has changed is taken over; what does not fit by itself waits for an officer, and tells nobody whose number it is', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { members, byLetter, driveId } = await seedDrive(db, office)
		const somebody = await seedMember(db, office.other, { phone: '13911112222' })
		const said = { ...phone('13911112222'), area: '330110', sector: 'courier', place: '良渚', stationName: '新站' }
		await as(db, 'visitor', (tx) => byLink(tx, byLetter, 'changed', said))
		const facts =
			() => db`select m.area_code, m.sector_code, d.phone, m.phone_hash from app.memberships m join app.member_details d on d.membership_id = m.id
			where m.id = ${members[0]!.id}`
		expect(await facts()).toEqual([
			{ areaCode: '330110', sectorCode: 'courier', phone: members[0]!.phone, phoneHash: hashOf(members[0]!.phone) },
		])
		expect((await eventsOf(db, members[0]!.id)).slice(-2)).toMatchObject([
			{ kind: 'confirmed', codes: { answer: 'changed' } },
			{ kind: 'changed', codes: { fields: ['area', 'sector'], drive: driveId } },
		])
		await become(db, office.officer)
		expect(await db`select phone, place, station from app.drive_changes`).toEqual([
			{ phone: '13911112222', place: '良渚', station: '新站' },
		])
		const settle = (changes: Changes) => (tx: Db) =>
			tx`select private.settle_drive_change(${byLetter}, ${tx.json(changes)})`
		expect(await attempt(db, settle(phone('13911112222')))).toBe('23505')
		expect(await attempt(db, settle({ station: randomUUID() }))).toBe('WRONG')
		await settle({ ...phone('13933334444'), station: office.quiet })(db)
		const settled = await unionState(db)
		await as(db, office.officer, settle(phone('13955556666'))) // settled before: nothing to do
		expect(await unionState(db)).toBe(settled)
		expect(await facts()).toMatchObject([{ phone: '13933334444', phoneHash: hashOf('13933334444') }])
		expect(await db`select 1 from app.drive_changes`).toEqual([])
		expect(await db`select phone from app.member_details where membership_id = ${somebody.id}`).toEqual([
			{ phone: '13911112222' },
		])
	}))

test('whoever leaves has left at once, and keeps the number', () =>
	inRollback(async (db) => {
		const { members, byLetter, driveId } = await seedDrive(db, await seedUnionOffice(db))
		await as(db, 'visitor', (tx) => byLink(tx, byLetter, 'left'))
		expect(await memberOf(db, members[0]!.id)).toEqual({ state: 'left', waits: false, ended: true })
		expect((await eventsOf(db, members[0]!.id)).at(-1)).toEqual({
			kind: 'left',
			actor: 'member',
			codes: { drive: driveId, through: 'link' },
		})
		expect(await askOf(db, byLetter)).toMatchObject({ standing: 'left' })
	}))

test('"this is not me" ends letters to that address; the member is still waited for, and may answer on the phone', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { members, byLetter } = await seedDrive(db, office)
		await as(db, 'visitor', (tx) => byLink(tx, byLetter, 'wrong_contact'))
		expect(await memberOf(db, members[0]!.id)).toMatchObject({ state: 'due' })
		expect(await db`select email from app.member_details where membership_id = ${members[0]!.id}`).toEqual([
			{ email: null },
		])
		await become(db, 'visitor')
		expect(await attempt(db, (tx) => byLink(tx, byLetter, 'still'))).toBe('TAKEN') // the link is in the wrong hands
		await as(db, office.officer, (tx) => record(tx, byLetter, 'still'))
		expect(await askOf(db, byLetter)).toEqual({ standing: 'still', through: 'phone', by: office.officer.user })
		expect(await memberOf(db, members[0]!.id)).toMatchObject({ state: 'active' })
	}))

test('the link shows the first sign of a name and the end of a number, and neither once there is nothing to answer', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { members, byLetter } = await seedDrive(db, office)
		const look = () =>
			as(
				db,
				'visitor',
				(tx) => tx`select name_zh, standing, over, name_sign, phone_tail from private.read_drive_ask(${byLetter})`,
			)
		const before = await unionState(db)
		expect(await look()).toEqual([
			{
				nameZh: '西湖区总工会',
				standing: 'waiting',
				over: false,
				nameSign: '周',
				phoneTail: members[0]!.phone.slice(-4),
			},
		])
		expect(await unionState(db)).toBe(before) // to look changes nothing
		await as(db, 'visitor', (tx) => byLink(tx, byLetter, 'still'))
		expect(await look()).toMatchObject([{ standing: 'still', nameSign: null, phoneTail: null }])
		await become(db, 'visitor')
		expect(await db`select 1 from private.read_drive_ask(${randomUUID()})`).toEqual([])
		expect(await attempt(db, (tx) => byLink(tx, randomUUID(), 'still'))).toBe('NTFND')
		await become(db, office.officer) // the door of the link is not for people who are signed in
		expect(await attempt(db, (tx) => byLink(tx, byLetter, 'left'))).toBe('42501')
	}))

test('officers write down any answer, a liaison those of the own station, and nobody else one', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { members, byLetter, atStation, byPhone } = await seedDrive(db, office)
		await refusedToAll(db, { ...office.outsiders, liaison: office.liaison }, (tx) => record(tx, byPhone, 'still'))
		await refusedToAll(db, { liaison: office.liaison }, (tx) => record(tx, byLetter, 'left', 'station'))
		await refusedToAll(db, office.outsiders, (tx) => record(tx, atStation, 'still', 'station'))
		await refusedToAll(db, { visitor: 'visitor', routing: 'routing' }, (tx) => record(tx, atStation, 'still'), '42501')
		await refusedToAll(db, { officer: office.officer }, (tx) => record(tx, byPhone, 'still', 'link'), 'WRONG')
		await refusedToAll(db, { officer: office.officer }, (tx) => record(tx, byPhone, 'perhaps'), '23514')
		await as(db, office.liaison, (tx) => record(tx, atStation, 'still', 'station'))
		expect(await askOf(db, atStation)).toEqual({ standing: 'still', through: 'station', by: office.liaison.user })
		expect(await memberOf(db, members[1]!.id)).toMatchObject({ state: 'active' })
		await as(db, office.officer, (tx) => record(tx, byPhone, 'changed', 'phone', phone('13977778888')))
		expect((await eventsOf(db, members[2]!.id)).at(-1)).toMatchObject({ actor: 'staff', codes: { fields: ['phone'] } })
		await refusedToAll(db, { officer: office.officer }, (tx) => record(tx, byPhone, 'left'), 'TAKEN')
	}))

test('the end of an answer: who moved to another union is not theirs to confirm any more', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { members, byPhone, byLetter } = await seedDrive(db, office)
		await db`update app.memberships set union_organisation_id = ${office.other} where id in (${members[2]!.id}, ${members[0]!.id})`
		await refusedToAll(db, { officer: office.officer }, (tx) => record(tx, byPhone, 'still'), 'NOWAY')
		await refusedToAll(db, { visitor: 'visitor' }, (tx) => byLink(tx, byLetter, 'still'), 'NOWAY')
	}))
