import { createHmac } from 'node:crypto'
import { webEnv } from '~/env.server'

/** Short enough to read out over the phone: no 0/O, 1/I. 32 signs, so 5 bits each. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 12 // 60 bits

const keyed = (purpose: string, text: string) =>
	createHmac('sha256', webEnv().RECEIPT_SECRET).update(`${purpose}:${text}`).digest()

/** The code that belongs to a draft: the same however often it is sent, and nowhere stored. */
export function receiptCodeOf(draftId: string): string {
	const code = Array.from(keyed('code', draftId).subarray(0, LENGTH), (byte) => ALPHABET[byte % 32]).join('')
	return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** What people type: small letters, spaces and missing or odd dashes are forgiven. */
export const normalCode = (typed: string) =>
	typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')

/** `T-` (a request) or `M-` (an application to a union) and eight signs, or null when it cannot be such a reference. */
export function normalReference(typed: string, kind: 'T' | 'M' = 'T'): string | null {
	const signs = normalCode(typed).replace(new RegExp(`^${kind}(?=.{8}$)`), '')
	return /^[2-9A-HJ-NP-Z]{8}$/.test(signs) ? `${kind}-${signs}` : null
}

/** All that the database keeps of a code. */
export const receiptHash = (code: string) => keyed('hash', normalCode(code))
