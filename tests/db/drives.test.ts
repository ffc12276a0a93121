import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listMemberAreas } from '~/domain/drives/drive-choices.server'
import { become, inRollback } from '~tests/support/db'
import {
	askOf,
	eventsOf,
	memberOf,
	refusedToAll,
	seedDrive,
	seedUnionOffice,
	start,
	today,
	unionState,
} from '~tests/support/drives'
import { seedMember } from '~tests/support/seed-unions'
import { attempt } from '~tests/support/attempt'

type Within = [area: string | null, sector: string | null, platform: string | null, station: string | null]
const preview =
	(union: string, since = today()) =>
	(db: Parameters<typeof start>[0]) =>
		db<
			{ channel: string; members: number }[]
		>`select * from private.preview_drive(${union}, ${since}::date, null, null, null, null) order by channel`

test('a drive asks by letter where there is an address, else at the station, else by phone; with event, question and one job a letter', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const both = await seedMember(db, office.union, {
			email: 'b@people.test',
			station: office.station,
			confirmedDaysAgo: 400,
		})
		const { driveId, members, byLetter, atStation, byPhone } = await seedDrive(db, office)
		expect(await db`select asked, state from app.confirmation_drives where id = ${driveId}`).toEqual([
			{ asked: 4, state: 'open' },
		])
		const channels =
			await db`select id, channel, standing from app.drive_asks where id in ${db([byLetter, atStation, byPhone])}`
		expect(Object.fromEntries(channels.map(({ id, channel }) => [id, channel]))).toEqual({
			[byLetter]: 'email',
			[atStation]: 'station',
			[byPhone]: 'phone',
		})
		expect(await db`select channel from app.drive_asks where membership_id = ${both.id}`).toEqual([
			{ channel: 'email' },
		])
		expect(await memberOf(db, members[0]!.id)).toEqual({ state: 'due', waits: true, ended: false })
		expect((await eventsOf(db, members[0]!.id)).at(-1)).toEqual({
			kind: 'asked_to_confirm',
			actor: 'staff',
			codes: { drive: driveId, channel: 'email' },
		})
		const letters = await db<
			{ id: string }[]
		>`select id from app.notifications where drive_ask_id is not null and template = 'confirm_membership'`
		expect(letters).toHaveLength(2)
		// behind everything else, half a second apart, so that nobody's receipt waits for a mailing
		const jobs =
			await db`select priority, key, run_at from graphile_worker.jobs where task_identifier = 'send_notification' order by run_at`
		expect(jobs.map(({ priority }) => priority as number)).toEqual([10, 10])
		expect(jobs.map(({ key }) => String(key)).sort()).toEqual(letters.map(({ id }) => `send_notification:${id}`).sort())
		expect(Number(jobs[1]!.runAt) - Number(jobs[0]!.runAt)).toBe(500)
	}))

test('only active members not confirmed since that day are asked, and only those within the limits; places count with all inside', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const old = await seedMember(db, office.union, { confirmedDaysAgo: 400, station: office.quiet })
		await seedMember(db, office.union, { confirmedDaysAgo: 3 })
		for (const state of ['lapsed', 'left', 'due'] as const)
			await seedMember(db, office.union, { state, confirmedDaysAgo: 400 })
		await seedMember(db, office.other, { confirmedDaysAgo: 400 })
		await db`update app.memberships set platform_code = 'meituan' where id = ${old.id}`
		await become(db, office.officer)
		const within = (...[area, sector, platform, station]: Within) => db`
			select members from private.preview_drive(${office.union}, ${today(-30)}::date, ${area}, ${sector}, ${platform}, ${station}::uuid)`
		for (const limits of [
			[null, null, null, null],
			['330106', 'delivery', 'meituan', office.quiet],
			['330100', null, null, null],
			['330000', null, null, null],
		] as Within[])
			expect([...(await within(...limits))]).toEqual([{ members: 1 }])
		for (const limits of [
			['320000', null, null, null],
			[null, 'courier', null, null],
			[null, null, 'eleme', null],
			[null, null, null, office.station],
		] as Within[])
			expect([...(await within(...limits))]).toEqual([])
		expect((await listMemberAreas(db, 'en', office.union)).map(({ code }) => code)).toEqual([
			'330000',
			'330100',
			'330106',
		])
		expect((await start(db, office.union, { since: today(-30) })).asked).toBe(1)
		await become(db, 'owner')
		expect(await db`select membership_id from app.drive_asks`).toEqual([{ membershipId: old.id }])
	}))

test('sent twice it is one drive; nobody is asked by two; a drive that asks nobody is none', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { driveId } = await seedDrive(db, office)
		const before = await unionState(db)
		await become(db, office.officer)
		expect(await start(db, office.union, {}, driveId)).toEqual({ driveId, asked: 3 })
		expect(await attempt(db, (tx) => start(tx, office.union))).toBe('WRONG') // all of them are due
		for (const until of [today(6), today(61)]) {
			await become(db, 'owner')
			await become(db, office.officer)
			expect(await attempt(db, (tx) => start(tx, office.union, { until }))).toBe('WRONG')
		}
		expect(await unionState(db)).toBe(before)
		const extra = await seedMember(db, office.union, { confirmedDaysAgo: 400 })
		await become(db, office.officer)
		expect(await attempt(db, (tx) => start(tx, office.union, { station: randomUUID() }))).toBe('WRONG')
		expect((await start(db, office.union, { until: today(60) })).asked).toBe(1)
		await become(db, 'owner')
		expect(await db`select count(*)::int as n from app.drive_asks where membership_id = ${extra.id}`).toEqual([
			{ n: 1 },
		])
	}))

test('nobody but an officer of the union counts, starts, reminds, ends or reads a drive', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { driveId, byLetter } = await seedDrive(db, office)
		await seedMember(db, office.union, { confirmedDaysAgo: 400 })
		const people = { ...office.outsiders, liaison: office.liaison }
		await refusedToAll(db, people, preview(office.union))
		await refusedToAll(db, people, (tx) => start(tx, office.union))
		await refusedToAll(db, people, (tx) => start(tx, office.union, {}, driveId))
		await refusedToAll(db, people, (tx) => tx`select private.remind_drive(${driveId})`)
		await refusedToAll(db, people, (tx) => tx`select private.close_drive(${driveId})`)
		await refusedToAll(db, people, (tx) => tx`select * from private.drive_progress(${driveId})`)
		await refusedToAll(db, people, (tx) => tx`select private.settle_drive_change(${byLetter}, '{}')`)
		await refusedToAll(
			db,
			{ visitor: 'visitor', service: 'service', routing: 'routing' },
			(tx) => start(tx, office.union),
			'42501',
		)
		for (const person of Object.values(people)) {
			await become(db, person)
			expect(await db`select 1 from app.confirmation_drives`).toEqual([])
			expect(await db`select 1 from app.drive_asks`).toEqual([])
			expect(await db`select 1 from app.drive_changes`).toEqual([])
		}
	}))

test('a second letter goes once, to those who have not answered', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const answered = await seedMember(db, office.union, { email: 'two@people.test', confirmedDaysAgo: 400 })
		const { driveId, byLetter } = await seedDrive(db, office)
		await become(db, 'visitor')
		const [ask] = await (await become(db, 'owner'),
		db<{ id: string }[]>`select id from app.drive_asks where membership_id = ${answered.id}`)
		await become(db, 'visitor')
		await db`select private.answer_drive_ask(${ask!.id}, 'still', '{}')`
		await become(db, office.officer)
		expect(await db`select private.remind_drive(${driveId}) as n`).toEqual([{ n: 1 }])
		expect(await db`select private.remind_drive(${driveId}) as n`).toEqual([{ n: 0 }])
		await become(db, 'owner')
		expect(await db`select drive_ask_id, event_seq from app.notifications where event_seq = 2`).toEqual([
			{ driveAskId: byLetter, eventSeq: 2 },
		])
	}))

test('whoever leaves, or is confirmed by another way, is not waited for any more', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { members, byLetter, byPhone, atStation } = await seedDrive(db, office)
		await db`update app.memberships set state = 'left', confirm_by = null, ended_at = now() where id = ${members[0]!.id}`
		await db`update app.memberships set state = 'active', confirm_by = null, confirmed_at = now() where id = ${members[2]!.id}`
		await db`update app.memberships set union_organisation_id = ${office.other} where id = ${members[1]!.id}`
		for (const ask of [byLetter, byPhone, atStation])
			expect(await askOf(db, ask)).toMatchObject({ standing: 'dropped' })
		// a letter that is still on its way is not sent to somebody who is not asked any more
		await become(db, 'service')
		const [letter] = await (await become(db, 'owner'),
		db<{ id: string }[]>`select id from app.notifications where drive_ask_id = ${byLetter}`)
		await become(db, 'service')
		expect(await db`select 1 from private.notification_to_send(${letter!.id})`).toEqual([])
	}))
