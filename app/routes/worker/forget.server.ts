import { findDraftId, forgetDraftCookie } from '~/auth/draft-cookie.server'
import { applicationSession, findApplicant, joinDraft } from '~/auth/join-cookies.server'
import { findReceiptHolder, forgetReceipt } from '~/auth/receipt-cookie.server'
import { asApplicant, asReceipt, asVisitor } from '~/db/db.server'
import { forgetJoining } from '~/domain/members/joining.server'
import { closeApplication } from '~/domain/members/own-application.server'
import { forgetDraft } from '~/domain/requests/drafts.server'
import { closeReceipt } from '~/domain/tracking/receipts.server'

/**
 * Ends what this browser holds of somebody's requests, in the database too, so that a copied cookie opens nothing: the
 * drafts with their files, which would show what was typed or a code, and what a code has opened: of requests and of joining a
 * union. Answers the cookies' end.
 */
export async function forgetRequests(request: Request): Promise<Headers> {
	const [draftId, joiningId, holder, applicant] = await Promise.all([
		findDraftId(request),
		joinDraft.find(request),
		findReceiptHolder(request),
		findApplicant(request),
	])
	if (draftId) await asVisitor((db) => forgetDraft(db, draftId))
	if (joiningId) await asVisitor((db) => forgetJoining(db, joiningId))
	if (holder) await asReceipt(holder, closeReceipt)
	if (applicant) await asApplicant(applicant, closeApplication)
	const headers = new Headers()
	const ends = [forgetDraftCookie(), forgetReceipt(), joinDraft.forget(), applicationSession.forget()]
	for (const cookie of await Promise.all(ends)) headers.append('Set-Cookie', cookie)
	return headers
}
