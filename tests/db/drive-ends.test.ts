import { expect, test } from 'vitest'
import { asService } from '~/db/service.server'
import { closeDueDrives } from '~/domain/drives/drives.server'
import { become, inRollback, owner } from '~tests/support/db'
import {
	askOf,
	eventsOf,
	memberOf,
	refusedToAll,
	seedDrive,
	seedUnionOffice,
	start,
	unionState,
} from '~tests/support/drives'
import { seedMember } from '~tests/support/seed-unions'
import { runJobs } from '~tests/support/run-jobs'

test('at the day whoever has not answered lapses, in bites; again changes nothing; who answered is left alone', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { driveId, members, byLetter, atStation, byPhone } = await seedDrive(db, office)
		await become(db, office.officer)
		await db`select private.record_drive_answer(${byPhone}, 'still', 'phone')`
		await become(db, 'service')
		expect(await closeDueDrives(db)).toBe(0) // not yet
		await become(db, 'owner')
		await db`update app.confirmation_drives set answer_by = now() - interval '1 hour' where id = ${driveId}`
		await become(db, 'visitor')
		expect(await db`select over, name_sign from private.read_drive_ask(${byLetter})`).toEqual([
			{ over: true, nameSign: null },
		])
		await refusedToAll(
			db,
			{ visitor: 'visitor' },
			(tx) => tx`select private.answer_drive_ask(${byLetter}, 'still', '{}')`,
			'NOWAY',
		)
		await become(db, 'service')
		const moved = async () => (await db<{ n: number }[]>`select private.close_due_drives(1) as n`)[0]!.n
		expect([await moved(), await moved(), await moved(), await moved()]).toEqual([1, 1, 1, 0])
		await become(db, 'owner')
		expect(
			await db`select state, closed_at is not null as ended, ended_by from app.confirmation_drives where id = ${driveId}`,
		).toEqual([{ state: 'closed', ended: true, endedBy: null }])
		for (const [place, ask] of [byLetter, atStation].entries()) {
			expect(await askOf(db, ask)).toMatchObject({ standing: 'lapsed' })
			expect(await memberOf(db, members[place]!.id)).toEqual({ state: 'lapsed', waits: false, ended: true })
			expect((await eventsOf(db, members[place]!.id)).at(-1)).toEqual({
				kind: 'lapsed',
				actor: 'service',
				codes: { drive: driveId },
			})
		}
		expect(await memberOf(db, members[2]!.id)).toMatchObject({ state: 'active' })
		// the one with an address hears of it
		expect(await db`select membership_id, template from app.notifications where membership_id is not null`).toEqual([
			{ membershipId: members[0]!.id, template: 'member_news' },
		])
		const before = await unionState(db)
		await become(db, 'service')
		expect(await closeDueDrives(db)).toBe(0)
		expect(await unionState(db)).toBe(before)
	}))

test('somebody who could not be reached lapses too; whoever has lapsed is taken up again by an officer, also after the end', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { driveId, members, byLetter, atStation } = await seedDrive(db, office)
		await become(db, 'visitor')
		await db`select private.answer_drive_ask(${byLetter}, 'wrong_contact', '{}')`
		await become(db, office.officer)
		await db`select private.close_drive(${driveId})`
		await db`select private.close_drive(${driveId})`
		await become(db, 'service')
		while ((await closeDueDrives(db)) > 0);
		await become(db, 'owner')
		expect(await memberOf(db, members[0]!.id)).toMatchObject({ state: 'lapsed' })
		expect(await askOf(db, byLetter)).toMatchObject({ standing: 'wrong_contact' })
		expect(await db`select ended_by from app.confirmation_drives where id = ${driveId}`).toEqual([
			{ endedBy: office.officer.user },
		])
		await become(db, office.liaison)
		await db`select private.record_drive_answer(${atStation}, 'still', 'station')`
		await become(db, office.officer)
		await db`select private.record_drive_answer(${byLetter}, 'still', 'phone')`
		await become(db, 'owner')
		for (const { id } of members.slice(0, 2))
			expect(await memberOf(db, id)).toEqual({ state: 'active', waits: false, ended: false })
		expect(await askOf(db, atStation)).toMatchObject({ standing: 'still', through: 'station' })
	}))

test('the figures are the rows, counted by channel, standing and way', () =>
	inRollback(async (db) => {
		const office = await seedUnionOffice(db)
		const { driveId, byLetter, atStation } = await seedDrive(db, office)
		await become(db, 'visitor')
		await db`select private.answer_drive_ask(${byLetter}, 'still', '{}')`
		await become(db, office.liaison)
		await db`select private.record_drive_answer(${atStation}, 'left', 'station')`
		await become(db, office.officer)
		expect(await db`select * from private.drive_progress(${driveId}) order by channel`).toEqual([
			{ channel: 'email', standing: 'still', through: 'link', members: 1 },
			{ channel: 'phone', standing: 'waiting', through: null, members: 1 },
			{ channel: 'station', standing: 'left', through: 'station', members: 1 },
		])
	}))

test('the job of ending by hand lets everybody lapse, and an answer that races with it wins or finds the drive over', async () => {
	const office = await owner.begin((db) => seedUnionOffice(db))
	const members = await owner.begin(async (db) => {
		const seeded = []
		for (let n = 0; n < 30; n++) seeded.push(await seedMember(db, office.union, { confirmedDaysAgo: 400 }))
		return seeded
	})
	const driveId = await owner.begin(async (db) => {
		await become(db, office.officer)
		return (await start(db, office.union)).driveId
	})
	const asks = await owner<
		{ id: string; membershipId: string }[]
	>`select id, membership_id from app.drive_asks where drive_id = ${driveId} order by id`
	await owner.begin(async (db) => {
		await become(db, office.officer)
		await db`select private.close_drive(${driveId})`
	})
	const answers = asks.slice(0, 10).map(({ id }) =>
		owner.begin(async (db) => {
			await become(db, office.officer)
			await db`select private.record_drive_answer(${id}, 'still', 'phone')`
		}),
	)
	await Promise.all([runJobs(), asService('test', closeDueDrives), ...answers])
	// who of the two held the drive is chance: one that found it taken went away, and the clock of the next minute ends it
	while ((await asService('test', closeDueDrives)) > 0);
	const states =
		await owner`select state, count(*)::int as n from app.memberships where id in ${owner(members.map(({ id }) => id))} group by 1 order by 1`
	expect([...states]).toEqual([
		{ state: 'active', n: 10 },
		{ state: 'lapsed', n: 20 },
	])
	expect(await owner`select state from app.confirmation_drives where id = ${driveId}`).toEqual([{ state: 'closed' }])
	expect(
		await owner`select count(*)::int as n from app.membership_events where kind = 'lapsed' and membership_id in (
		select membership_id from app.drive_asks where drive_id = ${driveId} and standing <> 'still')`,
	).toEqual([{ n: 20 }])
})
