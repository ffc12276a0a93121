import { createHmac, timingSafeEqual } from 'node:crypto'

const token = (linkSecret: string, askId: string) =>
	createHmac('sha256', linkSecret).update(`drive-ask:${askId}`).digest('base64url')

/** Where a member answers for themselves: made again from the ask's id by whoever has LINK_SECRET, and nowhere stored. */
export const confirmLink = (appUrl: string, linkSecret: string, askId: string) =>
	`${appUrl}/union/confirm/${askId}.${token(linkSecret, askId)}`

/** The ask that the last part of such an address is about; null for anything that was not made here. */
export function readConfirmLink(linkSecret: string, part: string | undefined): string | null {
	const [, id, given] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(part ?? '') ?? []
	if (!id || !given) return null
	return timingSafeEqual(Buffer.from(given), Buffer.from(token(linkSecret, id))) ? id : null
}
