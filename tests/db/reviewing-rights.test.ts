import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { listDoubles, readApplication } from '~/domain/members/review.server'
import { approveApplication, listUnionsToHandTo, reassignApplication } from '~/domain/members/review-steps.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { everythingOfUnions, refusedToAll, seedUnionDesk } from '~tests/support/joining'
import { seedApplication, seedApplicationSession, seedStation } from '~tests/support/seed-unions'
import { seedStaff, seedUser } from '~tests/support/seeds'

const stateOf = async (db: Db, id: string) => {
	await become(db, 'owner')
	const [row] =
		await db`select state, union_organisation_id as union, station_id, reason_code, reason_note, decided_by, submitted_at
		from app.membership_applications where id = ${id}`
	return row
}

test('handed on it waits at the other union with its age and without the station; twice is once', () =>
	inRollback(async (db) => {
		const { union, far, officer, outsiders } = await seedUnionDesk(db)
		const { id } = await seedApplication(db, union, { submittedHoursAgo: 50 })
		await db`update app.membership_applications set station_id = ${await seedStation(db, union)} where id = ${id}`
		const { submittedAt } = (await stateOf(db, id))!
		const before = await everythingOfUnions(db)
		const agency = await db<{ id: string }[]>`select id from app.organisations where kind = 'agency'`
		for (const wrong of [union, agency[0]!.id, randomUUID()]) {
			await become(db, officer)
			expect(await refusal(db, (tx) => reassignApplication(tx, id, wrong))).toBe('WRONG')
			expect(await everythingOfUnions(db)).toBe(before)
		}
		await become(db, officer)
		const named = async (search: string) =>
			(await listUnionsToHandTo(db, 'en', { union, applicationId: id, search })).map(({ id: found }) => found)
		expect(await named('')).toEqual([far]) // at home in the same district
		expect(await named('yuhang')).toEqual([far])
		expect(await named('hangz')).toEqual([])
		expect(await named('xihu d')).toEqual([far]) // by its place
		expect(await named('%')).toEqual([])
		await reassignApplication(db, id, far)
		const once = await everythingOfUnions(db)
		await become(db, officer)
		await reassignApplication(db, id, far)
		expect(await refusal(db, (tx) => approveApplication(tx, id))).toBe('NTFND')
		expect(await refusal(db, (tx) => reassignApplication(tx, id, union))).toBe('NTFND')
		expect(await db`select 1 from app.membership_applications where id = ${id}`).toEqual([])
		expect(await everythingOfUnions(db)).toBe(once)
		expect(await stateOf(db, id)).toMatchObject({ state: 'submitted', union: far, stationId: null, submittedAt })
		await become(db, outsiders.farOfficer!)
		expect(await approveApplication(db, id)).toBe('approved')
		await become(db, 'owner')
		expect(await db`select union_organisation_id as union from app.memberships`).toEqual([{ union: far }])
	}))

test(
	'nobody but an officer of the union reads, approves, decides or hands on; and nothing moves',
	{ timeout: 60_000 },
	() =>
		inRollback(async (db) => {
			const { union, far, outsiders } = await seedUnionDesk(db)
			const applicant = await seedUser(db)
			const { id } = await seedApplication(db, union, { user: applicant.user })
			const opened = await seedApplicationSession(db, id)
			const everybody: Record<string, Person> = { ...outsiders, applicant, opened }
			await refusedToAll(db, everybody, (tx) => tx`select private.approve_application(${id})`)
			await refusedToAll(db, everybody, (tx) => tx`select private.approve_applications(${union}, ${[id]}::uuid[])`)
			await refusedToAll(
				db,
				everybody,
				(tx) => tx`select private.decide_application(${id}, 'returned', 'name_unclear', null)`,
			)
			await refusedToAll(db, everybody, (tx) => tx`select private.reassign_application(${id}, ${far})`)
			for (const [name, person] of Object.entries(everybody)) {
				if (typeof person === 'string' || !('user' in person)) continue
				await become(db, person)
				expect([name, await listDoubles(db, union, [id])]).toEqual([name, []])
				await expect(readApplication(db, 'en', union, id), name).rejects.toMatchObject({ code: 'notFound' })
				const seen = name === 'applicant' ? 1 : 0
				expect([name, (await db`select 1 from app.applicants where application_id = ${id}`).length]).toEqual([
					name,
					seen,
				])
			}
		}),
)

test('an id of another union and an id of nothing are answered word for word alike', () =>
	inRollback(async (db) => {
		const { union, officer, far } = await seedUnionDesk(db)
		const theirs = await seedApplication(db, far)
		await become(db, officer)
		const words = async (step: (id: string) => (tx: Db) => Promise<unknown>) => {
			const say = (id: string) => db.savepoint(step(id)).catch((error: Error) => error.message)
			expect(await say(theirs.id)).toEqual(await say(randomUUID()))
		}
		await words((id) => (tx) => tx`select private.approve_application(${id})`)
		await words((id) => (tx) => tx`select outcome from private.approve_applications(${union}, ${[id]}::uuid[])`)
		await words((id) => (tx) => tx`select private.decide_application(${id}, 'rejected', 'not_own_wish', null)`)
		await words((id) => (tx) => tx`select private.reassign_application(${id}, ${union})`)
		await words((id) => (tx) => readApplication(tx, 'en', union, id))
		await words((id) => (tx) => listDoubles(tx, union, [id]))
	}))

test('an officer whose role has ended decides nothing any more', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const former = await seedStaff(db, union, 'officer', 'caseworker')
		const { id } = await seedApplication(db, union)
		await db`delete from app.staff_roles where user_id = ${former.user} and role = 'officer'`
		await refusedToAll(db, { former }, (tx) => approveApplication(tx, id))
	}))
