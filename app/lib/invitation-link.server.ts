import { createHash, createHmac } from 'node:crypto'

/** The one-time secret of an invitation: made again from its id by whoever has LINK_SECRET, and nowhere stored. */
export const invitationToken = (linkSecret: string, id: string) =>
	createHmac('sha256', linkSecret).update(`invitation:${id}`).digest('base64url')

/** All that the database keeps of a token. */
export const invitationTokenHash = (token: string) => createHash('sha256').update(token).digest()

/** The address to send to the invited person. */
export const invitationLink = (appUrl: string, linkSecret: string, id: string) =>
	`${appUrl}/invitations/${id}.${invitationToken(linkSecret, id)}`
