import { findDraftId, forgetDraftCookie } from '~/auth/draft-cookie.server'
import { findReceiptHolder, forgetReceipt } from '~/auth/receipt-cookie.server'
import { asReceipt, asVisitor } from '~/db/db.server'
import { forgetDraft } from '~/domain/requests/drafts.server'
import { closeReceipt } from '~/domain/tracking/receipts.server'

/**
 * Ends what this browser holds of somebody's requests, in the database too, so that a copied cookie opens nothing: the
 * draft with its files, which would show what was typed or the receipt code, and the open receipt. Answers the cookies' end.
 */
export async function forgetRequests(request: Request): Promise<Headers> {
	const [draftId, holder] = await Promise.all([findDraftId(request), findReceiptHolder(request)])
	if (draftId) await asVisitor((db) => forgetDraft(db, draftId))
	if (holder) await asReceipt(holder, closeReceipt)
	const headers = new Headers()
	for (const cookie of [await forgetDraftCookie(), await forgetReceipt()]) headers.append('Set-Cookie', cookie)
	return headers
}
