import { expect, test } from 'vitest'
import { readInvitationLink } from '~/auth/invitation-link.server'
import { acceptInvitation, readInvitation } from '~/domain/organisations/invitations.server'
import { inviteFirstAdministrator } from '~/server/invite-administrator.server'
import { become, inRollback, owner } from '~tests/support/db'
import { operatorId, seedStaff, seedUser } from '~tests/support/seeds'
import { as } from '~tests/support/settings'

const SECRET = 'links-of-tests-links-of-tests-links'
const invite = (email: string) => inviteFirstAdministrator(as('tonglu_owner'), email, 'http://app.test', SECRET)
const linkOf = (link: string) => readInvitationLink(link.split('/invitations/')[1])!

test('a new desk is entered by one link, the latest; once somebody is there, no more are made', async () => {
	const first = linkOf(await invite('old@people.test'))
	const link = linkOf(await invite(' First@People.test '))
	await inRollback(async (db) => {
		const invited = await seedUser(db, 'first@people.test')
		await become(db, 'visitor')
		expect(await readInvitation(db, 'en', first.id, first.tokenHash)).toBeNull()
		expect(await readInvitation(db, 'en', link.id, link.tokenHash)).toMatchObject({ roles: ['administrator'] })
		await become(db, invited)
		expect(await acceptInvitation(db, link, '第一位', 'zh-CN')).toBe(await operatorId(db))
	})
	await seedStaff(owner, await operatorId(owner), 'administrator')
	const before = await owner`select id, revoked_at from app.staff_invitations order by id`
	await expect(invite('second@people.test')).rejects.toThrow('The desk has an administrator')
	expect(await owner`select id, revoked_at from app.staff_invitations order by id`).toEqual(before)
})

test.each(['', 'nobody', 'a b@c.d'])('%j is nobody to invite', (email) =>
	expect(invite(email)).rejects.toThrow('npm run invite:administrator'),
)
