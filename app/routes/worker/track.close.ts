import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { forgetDraftCookie } from '~/auth/draft-cookie.server'
import { findReceiptHolder, forgetReceipt } from '~/auth/receipt-cookie.server'
import { asReceipt } from '~/db/db.server'
import { closeReceipt } from '~/domain/tracking/receipts.server'

export const loader = () => redirect('/track')

/**
 * "This is a shared phone": the session ends in the database too, so that a copied cookie opens nothing, and the draft
 * is forgotten, which would show the receipt code, or the next request half written.
 */
export async function action({ request }: ActionFunctionArgs) {
	const holder = await findReceiptHolder(request)
	if (holder) await asReceipt(holder, closeReceipt)
	const headers = new Headers()
	for (const cookie of [await forgetReceipt(), await forgetDraftCookie()]) headers.append('Set-Cookie', cookie)
	return redirect('/track?done=closed', { status: 303, headers })
}
