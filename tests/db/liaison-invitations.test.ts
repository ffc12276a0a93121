import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { listLiaisons } from '~/domain/members/stations.server'
import { acceptInvitation, inviteStaff, revokeInvitation } from '~/domain/organisations/invitations.server'
import type { StaffRole } from '~/domain/organisations/staff-role'
import { endStaffRole, findInvitingOrganisation, findStaffedOrganisation } from '~/domain/organisations/staff.server'
import { attempt } from '~tests/support/attempt'
import { become, inRollback, refusal } from '~tests/support/db'
import { seedTwoUnions } from '~tests/support/members'
import { operatorId, seedStaff, seedUser } from '~tests/support/seeds'

const EMAIL = 'liaison@people.test'
const invite =
	(union: string, roles: StaffRole[], id: string = randomUUID()) =>
	(tx: Db) =>
		inviteStaff(tx, union, { id, email: EMAIL, roles, language: 'zh-CN', tokenHash: Buffer.from(id) })
const staffOf = async (db: Db, union: string) => {
	await become(db, 'owner')
	return [
		...(await db`select user_id, role from app.staff_roles where organisation_id = ${union} order by role, user_id`),
		...(await db`select id, roles, accepted_at, revoked_at from app.staff_invitations where organisation_id = ${union} order by id`),
		...(await db`select station_id, user_id from app.station_liaisons order by 1, 2`),
	]
}

test('an officer invites liaisons of the union and gives no other role, there or elsewhere', () =>
	inRollback(async (db) => {
		const { ours, theirs, officer } = await seedTwoUnions(db)
		const before = [...(await staffOf(db, ours)), ...(await staffOf(db, theirs))]
		await become(db, officer)
		for (const roles of [['manager'], ['officer'], ['liaison', 'caseworker'], ['analyst']] as StaffRole[][])
			expect([roles, await refusal(db, invite(ours, roles))]).toEqual([roles, 'WRONG'])
		expect(await refusal(db, invite(theirs, ['liaison']))).toBe('NTFND')
		expect(await refusal(db, invite(randomUUID(), ['liaison']))).toBe('NTFND')
		expect([...(await staffOf(db, ours)), ...(await staffOf(db, theirs))]).toEqual(before)

		await become(db, officer)
		expect(await findInvitingOrganisation(db, 'en', ours)).toMatchObject({ roles: ['liaison'], staffsAll: false })
		await expect(findInvitingOrganisation(db, 'en', theirs)).rejects.toThrow('notFound')
		await expect(findStaffedOrganisation(db, 'en', ours)).rejects.toThrow('notFound')
		const id = randomUUID()
		for (let tap = 0; tap < 2; tap++) await invite(ours, ['liaison'], id)(db)
		expect((await listLiaisons(db, ours)).pending).toMatchObject([{ id, email: EMAIL, roles: ['liaison'] }])

		await become(db, 'owner')
		const invited = await seedUser(db, EMAIL)
		await become(db, invited)
		await acceptInvitation(db, { id, tokenHash: Buffer.from(id) }, '小何', 'zh-CN')
		await become(db, officer)
		expect(await listLiaisons(db, ours)).toEqual({
			pending: [],
			liaisons: [{ userId: invited.user, name: '小何', stations: [] }],
		})
	}))

test('an officer takes back the invitation of a liaison and no other, and ends the role of liaison and no other', () =>
	inRollback(async (db) => {
		const { ours, officer, station, theirOfficer } = await seedTwoUnions(db)
		const [liaison, manager] = [
			await seedStaff(db, ours, 'liaison', 'caseworker'),
			await seedStaff(db, ours, 'manager'),
		]
		await db`insert into app.station_liaisons (station_id, user_id) values (${station}, ${liaison.user})`
		const [ofManager, ofLiaison] = [randomUUID(), randomUUID()]
		await become(db, manager)
		await invite(ours, ['manager', 'liaison'], ofManager)(db)
		await invite(ours, ['liaison'], ofLiaison)(db)
		const end =
			(role: StaffRole, of = liaison) =>
			(tx: Db) =>
				endStaffRole(tx, ours, { userId: of.user, role })
		const before = await staffOf(db, ours)
		await become(db, officer)
		for (const step of [
			(tx: Db) => revokeInvitation(tx, ofManager),
			end('caseworker'),
			end('manager', manager),
			end('officer', officer),
		])
			expect(await refusal(db, step)).toBe('NTFND')
		await become(db, theirOfficer)
		for (const step of [(tx: Db) => revokeInvitation(tx, ofLiaison), end('liaison')])
			expect(await refusal(db, step)).toBe('NTFND')
		expect(await staffOf(db, ours)).toEqual(before)

		await become(db, officer)
		await revokeInvitation(db, ofLiaison)
		await end('liaison')(db)
		const after = await staffOf(db, ours)
		expect(after).toContainEqual({ userId: liaison.user, role: 'caseworker' })
		expect(after).not.toContainEqual({ userId: liaison.user, role: 'liaison' })
		expect(await db`select 1 from app.station_liaisons`).toEqual([]) // whoever gets the role again begins without stations
		expect(await db`select id from app.staff_invitations where revoked_at is not null`).toEqual([{ id: ofLiaison }])
	}))

test('managers and the desk invite liaisons of a union as well; an agency has none, and a liaison invites nobody', () =>
	inRollback(async (db) => {
		const { ours } = await seedTwoUnions(db)
		const administrator = await seedStaff(db, await operatorId(db), 'administrator')
		for (const person of [await seedStaff(db, ours, 'manager'), administrator]) {
			await become(db, person)
			expect(await attempt(db, invite(ours, ['liaison', 'officer']))).toBe('done')
			await become(db, 'owner')
		}
		const [agency] = await db<
			{ id: string }[]
		>`insert into app.organisations (kind, name_zh, name_en) values ('agency', '社工', 'Agency') returning id`
		const liaison = await seedStaff(db, ours, 'liaison')
		await become(db, administrator)
		expect(await refusal(db, invite(agency!.id, ['liaison']))).toBe('WRONG')
		await become(db, liaison)
		expect(await refusal(db, invite(ours, ['liaison']))).toBe('NTFND')
	}))
