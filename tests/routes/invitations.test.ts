import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { hashOfInvitation, linkOfInvitation, readInvitationLink } from '~/auth/invitation-link.server'
import * as invitation from '~/routes/account/invitation'
import { cookiesOf, fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, get, goesTo, post } from '~tests/support/receipt-calls'
import { seedOrganisation, seedUser } from '~tests/support/seeds'

afterEach(() => vi.unstubAllGlobals())

async function invite(email: string, roles = ['caseworker']) {
	const id = randomUUID()
	const organisation = await seedOrganisation(owner)
	await owner`insert into app.staff_invitations (id, organisation_id, email, roles, language, token_hash)
		values (${id}, ${organisation}, ${email}, ${roles}, 'en', ${hashOfInvitation(id)})`
	const token = linkOfInvitation(id).split('/invitations/')[1]!
	const path = `/invitations/${token}`
	return {
		id,
		organisation,
		look: (cookie = '') => answerOf(invitation.loader(get(path, cookie, { token }))),
		act: (answers: Record<string, string>, cookie = '') =>
			answerOf(invitation.action(post(path, answers, cookie, { token }))),
	}
}
const rolesAt = (organisation: string) =>
	owner`select u.email, s.role, p.name from app.staff_roles s join auth.users u on u.id = s.user_id
		left join app.people p on p.user_id = s.user_id where s.organisation_id = ${organisation} order by s.role`
const OVER = { data: { messageKey: 'account:errors.invitationOver' }, init: { status: 410 } }

test('the page tells whoever holds the link who invites whom as what, and nothing else', async () => {
	fakeAccounts()
	const { look } = await invite('invited@people.test', ['caseworker', 'manager'])
	expect(await look()).toMatchObject({
		data: {
			invitation: {
				organisation: 'Lighthouse Social Work',
				email: 'invited@people.test',
				roles: ['caseworker', 'manager'],
			},
			email: null,
			mine: false,
			name: null,
		},
	})
})

test('somebody new joins with a name and a password, and is at work at once', async () => {
	fakeAccounts()
	const { organisation, look, act } = await invite('fresh@people.test')
	const answer = await act({ name: '新来的', password: 'a-long-password' })
	expect(goesTo(answer)).toEqual([303, `/desk/${organisation}`])
	expect(cookiesOf((answer as Response).headers)).toContain('session')
	expect(await rolesAt(organisation)).toEqual([{ email: 'fresh@people.test', role: 'caseworker', name: '新来的' }])
	expect(await look()).toMatchObject(OVER)
	expect(await act({ name: '再来', password: 'a-long-password' })).toMatchObject(OVER)
})

test('where addresses are confirmed first, the role waits for it', async () => {
	fakeAccounts({ confirmFirst: true })
	const { organisation, act } = await invite('slow@people.test')
	expect(await act({ name: '新来的', password: 'a-long-password' })).toMatchObject({
		data: { confirm: 'slow@people.test' },
	})
	expect(await rolesAt(organisation)).toEqual([])
})

test('a form with something missing is kept, without the password', async () => {
	fakeAccounts()
	const { organisation, act } = await invite('hasty@people.test')
	const answer = await act({ name: '新来的', password: 'short' })
	expect(answer).toMatchObject({
		data: { values: { name: '新来的' }, errors: { password: 'account:errors.passwordShort' } },
		init: { status: 422 },
	})
	expect(JSON.stringify(answer)).not.toContain('short"')
	expect(await rolesAt(organisation)).toEqual([])
})

test('the invited who is signed in takes it up with one button, and a double tap is the same answer', async () => {
	const fake = fakeAccounts()
	const { user } = await seedUser(owner, 'known@people.test')
	const cookie = await signedInAs(fake, user)
	const { organisation, look, act } = await invite('known@people.test', ['manager'])
	expect(await look(cookie)).toMatchObject({ data: { mine: true, email: 'known@people.test' } })
	expect(goesTo(await act({ name: '老朋友' }, cookie))).toEqual([303, `/desk/${organisation}`])
	expect(goesTo(await act({ name: '老朋友' }, cookie))).toEqual([303, `/desk/${organisation}`])
	expect(await rolesAt(organisation)).toEqual([{ email: 'known@people.test', role: 'manager', name: '老朋友' }])
})

test('somebody else who is signed in is told so, and cannot take it', async () => {
	const fake = fakeAccounts()
	const cookie = await signedInAs(fake, (await seedUser(owner, 'other@people.test')).user)
	const { organisation, look, act } = await invite('wanted@people.test')
	expect(await look(cookie)).toMatchObject({ data: { mine: false, email: 'other@people.test' } })
	expect(await act({ name: '冒名的' }, cookie)).toMatchObject({ init: { status: 403 } })
	expect(await rolesAt(organisation)).toEqual([])
})

test.each([
	['another token', (id: string) => `${id}.${'x'.repeat(43)}`],
	['no token', (id: string) => id],
	['nothing', () => ''],
])('a link with %s says that it is over', async (_, forge) => {
	fakeAccounts()
	const { id } = await invite('forged@people.test')
	const token = forge(id)
	expect(await answerOf(invitation.loader(get('/invitations/x', '', { token })))).toMatchObject(OVER)
	const answers = { name: '新来的', password: 'a-long-password' }
	expect(await answerOf(invitation.action(post('/invitations/x', answers, '', { token })))).toMatchObject(OVER)
})

test('the link of one invitation opens no other', () => {
	const [one, other] = [randomUUID(), randomUUID()]
	const token = linkOfInvitation(one).split('.').at(-1)!
	expect(readInvitationLink(`${other}.${token}`)!.tokenHash.equals(hashOfInvitation(other))).toBe(false)
	expect(readInvitationLink(`${one}.${token}`)).toEqual({ id: one, tokenHash: hashOfInvitation(one) })
})
