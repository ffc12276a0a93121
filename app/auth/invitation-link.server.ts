import { webEnv } from '~/env.server'
import { invitationLink, invitationToken, invitationTokenHash } from '~/lib/invitation-link.server'

/** What the database keeps of the link to this invitation. */
export const hashOfInvitation = (id: string) => invitationTokenHash(invitationToken(webEnv().LINK_SECRET, id))

/** The link itself, for whoever invited to pass on by hand. */
export const linkOfInvitation = (id: string) => invitationLink(webEnv().APP_URL, webEnv().LINK_SECRET, id)

/** The last part of the address: the invitation's id and the hash of what was presented as its token. Null when it cannot be one. */
export function readInvitationLink(part: string | undefined): { id: string; tokenHash: Buffer } | null {
	const [, id, token] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(part ?? '') ?? []
	return id && token ? { id, tokenHash: invitationTokenHash(token) } : null
}
