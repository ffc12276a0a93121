import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { linkOfInvitation, readInvitationLink } from '~/auth/invitation-link.server'
import * as roles from '~/routes/account/roles'
import * as invite from '~/routes/staff/invite'
import * as people from '~/routes/staff/people'
import * as union from '~/routes/union/home'
import * as unionFrame from '~/routes/union/union'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, get, goesTo, post } from '~tests/support/receipt-calls'
import { operatorId, seedOrganisation, seedStaff, seedUser } from '~tests/support/seeds'

afterEach(() => vi.unstubAllGlobals())

async function office(kind: 'agency' | 'union' = 'agency') {
	const fake = fakeAccounts()
	const organisationId = await seedOrganisation(owner, { kind })
	const caseworker = await seedStaff(owner, organisationId, 'caseworker')
	const manager = await signedInAs(fake, (await seedStaff(owner, organisationId, 'manager')).user)
	const path = `/staff/${organisationId}`
	const params = { organisationId }
	return {
		fake,
		organisationId,
		caseworker,
		manager,
		look: (cookie: string) => answerOf(people.loader(get(path, cookie, params))),
		act: (answers: Record<string, string>, cookie: string) =>
			answerOf(people.action(post(path, answers, cookie, params))),
		form: (cookie: string) => answerOf(invite.loader(get(`${path}/invite`, cookie, params))),
		send: (answers: [string, string][], cookie: string) => {
			const { request, ...rest } = post(`${path}/invite`, {}, cookie, params)
			const body = new URLSearchParams(answers)
			return answerOf(invite.action({ ...rest, request: new Request(request, { body }) }))
		},
	}
}
const invitationsOf = (organisation: string) =>
	owner`select email, roles, language, revoked_at from app.staff_invitations where organisation_id = ${organisation}`
const rolesOf = (organisation: string) =>
	owner`select user_id, role from app.staff_roles where organisation_id = ${organisation} order by role`

test('a manager invites, sees the link once and mails it; the same form again is the same invitation', async () => {
	const { organisationId, manager, form, send } = await office()
	const shown = (await form(manager)) as { data: { invitationId: string; roles: string[] } }
	expect(shown.data.roles).toEqual(['caseworker', 'manager'])
	const id = shown.data.invitationId
	const answers: [string, string][] = [
		['invitationId', id],
		['email', ' New@People.test '],
		['roles', 'caseworker'],
		['roles', 'manager'],
		['language', 'en'],
	]
	for (const answer of [await send(answers, manager), await send(answers, manager)])
		expect(answer).toMatchObject({ data: { email: 'new@people.test', link: linkOfInvitation(id) } })
	expect(await invitationsOf(organisationId)).toEqual([
		{ email: 'new@people.test', roles: ['caseworker', 'manager'], language: 'en', revokedAt: null },
	])
	expect(readInvitationLink(linkOfInvitation(id).split('/').at(-1))).not.toBeNull()
	expect(invite.headers()).toEqual({ 'Cache-Control': 'private, no-store' })
})

test('what is missing or not to be given is named, and everything typed is kept', async () => {
	const { organisationId, manager, send } = await office()
	const id = randomUUID()
	const half: [string, string][] = [
		['invitationId', id],
		['email', 'nobody'],
		['language', 'en'],
	]
	expect(await send(half, manager)).toMatchObject({
		data: {
			reply: {
				values: { invitationId: id, email: 'nobody', roles: [] },
				errors: { email: 'account:errors.emailFormat', roles: 'account:errors.rolesMissing' },
			},
		},
		init: { status: 422 },
	})
	const above: [string, string][] = [
		['invitationId', id],
		['email', 'a@people.test'],
		['roles', 'administrator'],
		['language', 'en'],
	]
	expect(await send(above, manager)).toMatchObject({
		data: { reply: { values: { roles: ['administrator'] }, errors: { roles: 'account:errors.rolesWrong' } } },
		init: { status: 422 },
	})
	expect(await invitationsOf(organisationId)).toEqual([])
})

test('nobody but those who may say who works there finds the pages or moves anything', async () => {
	const { fake, organisationId, caseworker, act, look, form, send } = await office()
	const [other, desk] = [await seedOrganisation(owner), await operatorId(owner)]
	const strangers = [
		caseworker,
		await seedStaff(owner, other, 'manager'),
		await seedStaff(owner, desk, 'triager'),
		await seedUser(owner),
	]
	const before = await rolesOf(organisationId)
	for (const { user } of strangers) {
		const cookie = await signedInAs(fake, user)
		const end = { intent: 'end', userId: caseworker.user, role: 'caseworker' }
		const answers: [string, string][] = [
			['invitationId', randomUUID()],
			['email', 'a@people.test'],
			['roles', 'caseworker'],
			['language', 'en'],
		]
		for (const answer of [await look(cookie), await form(cookie), await act(end, cookie), await send(answers, cookie)])
			expect(answer).toMatchObject({ init: { status: 404 } })
	}
	expect(await rolesOf(organisationId)).toEqual(before)
	expect(await invitationsOf(organisationId)).toEqual([])
	const [status, to] = goesTo(await look(''))
	expect([status, to]).toEqual([302, `/signin?redirectTo=${encodeURIComponent(`/staff/${organisationId}`)}`])
})

test('roles end and invitations are taken back, and a second tap shows how things stand', async () => {
	const { organisationId, caseworker, manager, act, look, send } = await office()
	const id = randomUUID()
	const answers: [string, string][] = [
		['invitationId', id],
		['email', 'a@people.test'],
		['roles', 'caseworker'],
		['language', 'zh-CN'],
	]
	await send(answers, manager)
	expect(await look(manager)).toMatchObject({ data: { pending: [{ id, email: 'a@people.test' }], others: [] } })
	const [end, revoke] = [
		{ intent: 'end', userId: caseworker.user, role: 'caseworker' },
		{ intent: 'revoke', invitationId: id },
	]
	const place = (done: string) => [303, `/staff/${organisationId}?done=${done}`]
	expect(goesTo(await act(end, manager))).toEqual(place('ended'))
	expect(goesTo(await act(end, manager))).toEqual(place('already'))
	expect(goesTo(await act(revoke, manager))).toEqual(place('revoked'))
	expect(goesTo(await act(revoke, manager))).toEqual(place('already'))
	expect((await rolesOf(organisationId)).map(({ role }) => role)).toEqual(['manager'])
	expect(await look(manager)).toMatchObject({ data: { pending: [] } })
})

test('an administrator of the desk finds every organisation, and cannot lock themselves out', async () => {
	const { fake, organisationId } = await office()
	const desk = await operatorId(owner)
	const administrator = await seedStaff(owner, desk, 'administrator')
	const cookie = await signedInAs(fake, administrator.user)
	const params = { organisationId: desk }
	const page = (await answerOf(people.loader(get(`/staff/${desk}`, cookie, params)))) as {
		data: { others: { id: string }[] }
	}
	expect(page.data.others.map(({ id }) => id)).toContain(organisationId)
	const end = { intent: 'end', userId: administrator.user, role: 'administrator' }
	const answer = await answerOf(people.action(post(`/staff/${desk}`, end, cookie, params)))
	expect(goesTo(answer)).toEqual([303, `/staff/${desk}?done=notYourself`])
})

test('everybody sees their own roles; the union’s page is for officers and analysts', async () => {
	const { fake, organisationId, manager } = await office('union')
	const officer = await signedInAs(fake, (await seedStaff(owner, organisationId, 'officer')).user)
	const nobody = await signedInAs(fake, (await seedUser(owner)).user)
	expect(await answerOf(roles.loader(get('/roles', manager)))).toMatchObject({
		data: { roles: [{ organisationId, role: 'manager', kind: 'union', to: `/desk/${organisationId}` }] },
	})
	expect(await answerOf(roles.loader(get('/roles', nobody)))).toMatchObject({ data: { roles: [] } })
	expect(goesTo(await answerOf(union.loader(get('/union', officer))))).toEqual([302, `/union/${organisationId}`])
	for (const cookie of [manager, nobody])
		expect(await answerOf(union.loader(get('/union', cookie)))).toMatchObject({ init: { status: 403 } })
	const frame = (cookie: string, id: string) =>
		answerOf(unionFrame.loader(get(`/union/${id}`, cookie, { organisationId: id })))
	expect(await frame(officer, organisationId)).toMatchObject({
		data: { organisationName: 'Lighthouse Social Work', waiting: 0, transfersIn: 0 },
	})
	const elsewhere = await seedOrganisation(owner, { kind: 'union' })
	for (const [cookie, id] of [
		[officer, elsewhere],
		[manager, organisationId],
		[nobody, organisationId],
	] as const)
		expect(await frame(cookie, id)).toMatchObject({ init: { status: 404 } })
})
