import { createCookie, redirect, type CookieOptions } from '@remix-run/node'
import type { ReceiptHolder } from '~/db/db.server'
import { webEnv } from '~/env.server'
import { keepTyped } from './kept-form.server'

const { APP_URL, COOKIE_SECRET } = webEnv()
const secure = APP_URL.startsWith('https:') // browsers refuse a __Host- cookie over plain http
const settings = {
	path: '/',
	httpOnly: true,
	sameSite: 'lax',
	secure,
	secrets: [COOKIE_SECRET],
} satisfies CookieOptions

/** Signed, and only a pointer: the database decides whether the session is still alive. */
const cookie = createCookie(secure ? '__Host-receipt' : 'receipt', { ...settings, maxAge: 30 * 86_400 })

/** Goes out with the answer that opened the session. */
export const receiptCookie = (session: string) => cookie.serialize(session)
/** Only this browser forgets; `closeReceipt` ends the session itself. */
export const forgetReceipt = () => cookie.serialize('', { maxAge: 0 })

/** Whoever holds a receipt, or null. */
export async function findReceiptHolder(request: Request): Promise<ReceiptHolder | null> {
	const session: unknown = await cookie.parse(request.headers.get('Cookie'))
	return typeof session === 'string' && session !== '' ? { role: 'receipt_holder', receipt_session: session } : null
}

/** For pages that are nothing without a receipt: sends everybody else to the form that opens one, with what was typed. */
export async function receiptHolder(request: Request): Promise<ReceiptHolder> {
	const holder = await findReceiptHolder(request)
	if (holder) return holder
	await keepTyped(request, 'receipt', new Headers())
	throw redirect('/track')
}
