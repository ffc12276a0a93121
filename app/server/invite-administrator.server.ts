import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { SettingsError } from '~/env.server'
import { invitationLink, invitationToken, invitationTokenHash } from '~/lib/invitation-link.server'

/**
 * The way into a new desk: everybody else is invited by somebody who is there already. Answers the link, which is
 * shown to whoever runs the command and is mailed to nobody. Refused once the desk has an administrator.
 */
export async function inviteFirstAdministrator(
	ownerUrl: string,
	email: string,
	appUrl: string,
	linkSecret: string,
): Promise<string> {
	const address = email.trim().toLowerCase()
	if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) || address.length > 254)
		throw new SettingsError('Say whom to invite: npm run invite:administrator -- someone@example.org')
	const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 })
	const id = randomUUID()
	try {
		await sql.begin(async (db) => {
			// two at once wait for each other, and the second one finds the first one's invitation
			const [desk] = await db<{ id: string }[]>`
				select id from app.organisations where kind = 'operator' for update`
			if (!desk) throw new SettingsError('The database has no help desk yet: run npm run db:migrate first.')
			const there = await db`
				select 1 from app.staff_roles where organisation_id = ${desk.id} and role = 'administrator' limit 1`
			if (there.length > 0)
				throw new SettingsError('The desk has an administrator: ask them for an invitation, on the page of its people.')
			await db`update app.staff_invitations set revoked_at = now() where organisation_id = ${desk.id}
				and invited_by is null and accepted_at is null and revoked_at is null`
			await db`insert into app.staff_invitations (id, organisation_id, email, roles, language, token_hash)
				values (${id}, ${desk.id}, ${address}, '{administrator}', 'zh-CN',
					${invitationTokenHash(invitationToken(linkSecret, id))})`
		})
	} finally {
		await sql.end({ timeout: 5 })
	}
	return invitationLink(appUrl, linkSecret, id)
}
