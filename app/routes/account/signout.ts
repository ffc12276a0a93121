import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { forgetDraftCookie } from '~/auth/draft-cookie.server'
import { findReceiptHolder, forgetReceipt } from '~/auth/receipt-cookie.server'
import { signOut } from '~/auth/sign-in.server'
import { safePath } from '~/auth/signed-in.server'
import { asReceipt } from '~/db/db.server'
import { closeReceipt } from '~/domain/tracking/receipts.server'

/** Only by POST: an image on another page must not sign anybody out. */
export const loader = () => redirect('/signin')

/** Closes the receipt that is open on this device too, and forgets the draft: the next person here sees nothing. */
export async function action({ request }: ActionFunctionArgs) {
	const wanted = (await request.formData()).get('returnTo')
	const headers = await signOut(request)
	const holder = await findReceiptHolder(request)
	if (holder) {
		await asReceipt(holder, closeReceipt)
		headers.append('Set-Cookie', await forgetReceipt())
	}
	headers.append('Set-Cookie', await forgetDraftCookie())
	throw redirect(safePath(typeof wanted === 'string' ? wanted : null, '/signin?out'), { status: 303, headers })
}
