import type { Db } from '~/db/db.server'
import { inLanguage } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import type { StaffRole } from './staff-role'

export type Invitation = { organisation: string; email: string; roles: StaffRole[] }
export type Pending = { id: string; email: string; roles: StaffRole[]; createdAt: Date; expiresAt: Date }

/** For a visitor too: whoever has the link. Null for a wrong, used, revoked or expired one. */
export async function readInvitation(
	db: Db,
	language: Locale,
	id: string,
	tokenHash: Buffer,
): Promise<Invitation | null> {
	const [row] = await db<Invitation[]>`
		select ${inLanguage(db, language, 'organisation')} as organisation, email, roles
		from private.read_invitation(${id}, ${tokenHash})`
	return row ?? null
}

/** As the invited account. A second time changes nothing and answers the same organisation. */
export async function acceptInvitation(
	db: Db,
	invitation: { id: string; tokenHash: Buffer },
	name: string,
	language: Locale,
): Promise<string> {
	const [row] = await db<[{ organisationId: string }]>`
		select private.accept_invitation(${invitation.id}, ${invitation.tokenHash}, ${name}, ${language}) as organisation_id`
	return row.organisationId
}

/** Writes the invitation and the job that mails its link. The same id twice is one invitation. */
export async function inviteStaff(
	db: Db,
	organisationId: string,
	invited: { id: string; email: string; roles: readonly StaffRole[]; language: Locale; tokenHash: Buffer },
) {
	await db`select private.invite_staff(${invited.id}, ${organisationId}, ${invited.email}, ${[...invited.roles]},
		${invited.language}, ${invited.tokenHash})`
}

/** The link opens nothing any more. NTFND once it was taken up: from then on there is a role to end. */
export async function revokeInvitation(db: Db, id: string) {
	await db`select private.revoke_invitation(${id})`
}

/** Links that still work, the newest first; not more than anybody would look through. */
export const listPendingInvitations = async (db: Db, organisationId: string): Promise<Pending[]> => [
	...(await db<Pending[]>`
		select id, email, roles, created_at, expires_at from app.staff_invitations
		where organisation_id = ${organisationId} and accepted_at is null and revoked_at is null and expires_at > now()
		order by created_at desc limit 50`),
]
