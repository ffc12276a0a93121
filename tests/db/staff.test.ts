import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import {
	acceptInvitation,
	inviteStaff,
	readInvitation,
	revokeInvitation,
} from '~/domain/organisations/invitations.server'
import { listMyRoles } from '~/domain/organisations/roles.server'
import type { StaffRole } from '~/domain/organisations/staff-role'
import { endStaffRole, findStaffedOrganisation, listStaff } from '~/domain/organisations/staff.server'
import { invitationToken, invitationTokenHash } from '~/lib/invitation-link.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { operatorId, seedAccepted, seedOrganisation, seedRequest, seedStaff, seedUser } from '~tests/support/seeds'

const EMAIL = 'invited@people.test'
const hashOf = (id: string) => invitationTokenHash(invitationToken('only-for-this-test', id))

/** All that inviting, accepting and ending can move. */
async function everything(db: Db) {
	await become(db, 'owner')
	const [row] = await db<{ all: string }[]>`select concat(
		(select jsonb_agg(to_jsonb(x) order by user_id, organisation_id, role) from app.staff_roles x),
		(select jsonb_agg(to_jsonb(x) order by id) from app.staff_invitations x),
		(select jsonb_agg(to_jsonb(x) order by user_id) from app.people x), (select jsonb_agg(to_jsonb(x) order by id) from app.cases x),
		(select count(*) from app.notifications), (select count(*) from graphile_worker.jobs)) as all`
	return row!.all
}

type Team = Awaited<ReturnType<typeof team>>
async function team(db: Db) {
	const [agency, other, union] = [
		await seedOrganisation(db),
		await seedOrganisation(db, { nameZh: '晨光法律援助', nameEn: 'Dawn Legal Aid' }),
		await seedOrganisation(db, { kind: 'union', nameZh: '西湖区总工会', nameEn: 'Xihu District Union' }),
	]
	const desk = await operatorId(db)
	const invited = await seedUser(db, EMAIL)
	return {
		agency,
		union,
		desk,
		invited,
		manager: await seedStaff(db, agency, 'manager'),
		caseworker: await seedStaff(db, agency, 'caseworker'),
		administrator: await seedStaff(db, desk, 'administrator'),
		strangers: [
			await seedStaff(db, agency, 'caseworker'),
			await seedStaff(db, other, 'manager', 'caseworker'),
			await seedStaff(db, union, 'officer', 'analyst'),
			await seedStaff(db, desk, 'triager', 'directory_editor'),
			await seedUser(db),
			{ receipt: (await seedRequest(db)).receipt },
			'visitor',
			'anon',
			'service',
			'routing',
		] satisfies Person[],
	}
}

/** Each of them is refused, and nothing has moved. */
async function refusedTo(db: Db, people: Person[], step: (db: Db) => Promise<unknown>) {
	const before = await everything(db)
	for (const person of people) {
		await become(db, person)
		expect(['NTFND', '42501'], JSON.stringify(person)).toContain(await refusal(db, step))
	}
	expect(await everything(db)).toBe(before)
}

async function invite(db: Db, by: Person, organisationId: string, roles: StaffRole[] = ['caseworker']) {
	const id = randomUUID()
	await become(db, by)
	await inviteStaff(db, organisationId, { id, email: EMAIL, roles, language: 'en', tokenHash: hashOf(id) })
	return { id, tokenHash: hashOf(id) }
}

const inATeam = (work: (db: Db, people: Team) => Promise<void>) => () =>
	inRollback(async (db) => work(db, await team(db)))

test(
	'managers and the desk’s administrators invite, nobody else does, and a second tap is one invitation and one letter',
	inATeam(async (db, { agency, manager, administrator, strangers }) => {
		await refusedTo(db, strangers, (d) =>
			inviteStaff(d, agency, {
				id: randomUUID(),
				email: EMAIL,
				roles: ['caseworker'],
				language: 'en',
				tokenHash: Buffer.from('x'),
			}),
		)
		const { id } = await invite(db, manager, agency)
		const once = await everything(db)
		await become(db, manager)
		await inviteStaff(db, agency, { id, email: EMAIL, roles: ['manager'], language: 'en', tokenHash: hashOf(id) })
		expect(await everything(db)).toBe(once)
		await invite(db, administrator, agency, ['manager'])
		await become(db, 'owner')
		expect(await db`select audience, template, case_id from app.notifications where invitation_id is not null`).toEqual(
			[
				{ audience: 'invited', template: 'staff_invitation', caseId: null },
				{ audience: 'invited', template: 'staff_invitation', caseId: null },
			],
		)
	}),
)

test.each<[keyof Pick<Team, 'agency' | 'union' | 'desk'>, StaffRole]>([
	['agency', 'administrator'],
	['agency', 'triager'],
	['agency', 'officer'],
	['union', 'directory_editor'],
	['desk', 'caseworker'],
	['desk', 'analyst'],
])('the %s gives nobody the role of %s', (where, role) =>
	inRollback(async (db) => {
		const people = await team(db)
		const before = await everything(db)
		await become(db, people.administrator)
		const step = (d: Db) => invite(d, people.administrator, people[where], [role])
		expect(await refusal(db, step)).toBe('WRONG')
		expect(await everything(db)).toBe(before)
	}),
)

test(
	'the invited account alone takes the invitation up, once; a second tap changes nothing',
	inATeam(async (db, { agency, manager, invited, strangers }) => {
		const link = await invite(db, manager, agency, ['caseworker', 'manager'])
		const accept = (d: Db) => acceptInvitation(d, link, '新来的', 'zh-CN')
		const before = await everything(db)
		for (const person of strangers) {
			await become(db, person)
			expect(['OTHER', '42501'], JSON.stringify(person)).toContain(await refusal(db, accept))
		}
		await become(db, invited)
		const forged = { ...link, tokenHash: Buffer.from('forged') }
		expect(await refusal(db, (d) => acceptInvitation(d, forged, '新来的', 'zh-CN'))).toBe('NTFND')
		expect(await everything(db)).toBe(before)

		await become(db, invited)
		expect(await accept(db)).toBe(agency)
		const once = await everything(db)
		await become(db, invited)
		expect(await accept(db)).toBe(agency)
		expect((await listMyRoles(db, 'en')).map(({ role, to }) => [role, to])).toEqual([
			['caseworker', `/desk/${agency}`],
			['manager', `/desk/${agency}`],
		])
		expect(await everything(db)).toBe(once)
		await become(db, manager)
		expect(await refusal(db, accept)).toBe('NTFND') // used, for everybody else
		await become(db, 'visitor')
		expect(await readInvitation(db, 'en', link.id, link.tokenHash)).toBeNull()
	}),
)

test.each([
	['taken back', (db: Db, id: string) => db`update app.staff_invitations set revoked_at = now() where id = ${id}`],
	[
		'a week old',
		(db: Db, id: string) =>
			db`update app.staff_invitations set expires_at = now() - interval '1 second' where id = ${id}`,
	],
])('a link that is %s opens nothing and gives nothing', (_, end) =>
	inRollback(async (db) => {
		const { agency, manager, invited } = await team(db)
		const link = await invite(db, manager, agency)
		await become(db, 'visitor')
		expect(await readInvitation(db, 'en', link.id, link.tokenHash)).toEqual({
			organisation: 'Lighthouse Social Work',
			email: EMAIL,
			roles: ['caseworker'],
		})
		await become(db, 'owner')
		await end(db, link.id)
		const before = await everything(db)
		await become(db, 'visitor')
		expect(await readInvitation(db, 'en', link.id, link.tokenHash)).toBeNull()
		await become(db, invited)
		expect(await refusal(db, (d) => acceptInvitation(d, link, '新来的', 'en'))).toBe('NTFND')
		expect(await everything(db)).toBe(before)
	}),
)

test(
	'an invitation is taken back by those who could have sent it, and only while it is open',
	inATeam(async (db, { agency, manager, invited, strangers }) => {
		const [open, used] = [await invite(db, manager, agency), await invite(db, manager, agency, ['manager'])]
		await become(db, invited)
		await acceptInvitation(db, used, '新来的', 'en')
		await refusedTo(db, strangers, (d) => revokeInvitation(d, open.id))
		await refusedTo(db, [manager], (d) => revokeInvitation(d, used.id))
		await become(db, manager)
		await revokeInvitation(db, open.id)
		await refusedTo(db, [manager], (d) => revokeInvitation(d, open.id))
	}),
)

test(
	'a role ends at once, and the person’s cases stay with the organisation',
	inATeam(async (db, { agency, manager, caseworker, strangers }) => {
		const { caseId } = await seedAccepted(db, agency, caseworker)
		const end = (d: Db) => endStaffRole(d, agency, { userId: caseworker.user, role: 'caseworker' })
		await refusedTo(db, [...strangers, caseworker], end)
		await become(db, manager)
		await end(db)
		await become(db, 'owner')
		const kept = await db`select holder_organisation_id, assignee_id, state from app.cases where id = ${caseId}`
		expect(kept).toEqual([{ holderOrganisationId: agency, assigneeId: null, state: 'with_organisation' }])
		await become(db, caseworker)
		expect(await db`select id from app.cases`).toEqual([])
		await refusedTo(db, [manager], end)
	}),
)

test(
	'no administrator locks themselves out',
	inATeam(async (db, { desk, administrator }) => {
		await become(db, administrator)
		const step = (d: Db) => endStaffRole(d, desk, { userId: administrator.user, role: 'administrator' })
		expect(await refusal(db, step)).toBe('WRONG')
	}),
)

test(
	'only those who say who works there find the page of an organisation’s people',
	inATeam(async (db, { agency, manager, administrator, caseworker, strangers }) => {
		for (const person of [manager, administrator]) {
			await become(db, person)
			expect(await findStaffedOrganisation(db, 'en', agency)).toMatchObject({ name: 'Lighthouse Social Work' })
			expect((await listStaff(db, agency, [])).staff.length).toBe(3)
		}
		for (const person of [
			caseworker,
			...strangers.filter((stranger) => typeof stranger === 'object' && 'user' in stranger),
		]) {
			await become(db, person)
			await expect(findStaffedOrganisation(db, 'en', agency)).rejects.toMatchObject({ code: 'notFound' })
		}
	}),
)
