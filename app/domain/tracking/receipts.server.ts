import type { Db } from '~/db/db.server'
import type { CaseState } from '~/domain/cases/case-state'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'

export type Opened =
	{ outcome: 'opened'; receiptSession: string } | { outcome: 'refused' | 'throttled'; receiptSession: null }

/** Never throws for a wrong code: the failed try must be kept, and a refusal would undo it. */
export async function openReceipt(db: Db, reference: string, hash: Buffer): Promise<Opened> {
	const [opened] = await db<[Opened]>`
		select outcome, receipt_session from private.open_receipt(${reference}, ${hash})`
	return opened
}

/** "This is a shared phone": the session of whoever asks ends, here and now. */
export async function closeReceipt(db: Db) {
	await db`select private.close_receipt()`
}

/** Runs as somebody signed in, who shows the receipt session they hold. Keeping again changes nothing. */
export async function keepRequest(db: Db, receiptSession: string) {
	await db`select private.keep_request(${receiptSession})`
}

/** A receipt session for a request of one's own account: the account's way to the same pages. */
export async function openOwnRequest(db: Db, requestId: string): Promise<string> {
	const [row] = await db<[{ session: string }]>`select private.open_own_request(${requestId}) as session`
	return row.session
}

type OwnRequest = {
	id: string
	reference: string
	createdAt: Date
	cases: { category: string; state: CaseState }[]
}
const PAGE = 25

/** The requests of one account, newest first, with the key of the next page. */
export async function listOwnRequests(db: Db, userId: string, language: Locale, after: string[]) {
	const [createdAt, id] = after
	const rows = await db<OwnRequest[]>`
		select r.id, r.reference, r.created_at, (
			select json_agg(json_build_object('category', ${named(db, language, 'k')}, 'state', c.state)
				order by k.sort, c.id)
			from app.cases c join app.categories k on k.code = c.category_code where c.request_id = r.id) as cases
		from app.requests r
		where r.user_id = ${userId}
			${createdAt && id ? db`and (r.created_at, r.id) < (${createdAt}::timestamptz, ${id}::uuid)` : db``}
		order by r.created_at desc, r.id desc limit ${PAGE + 1}`
	const requests = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? requests.at(-1) : undefined
	return { requests, next: last ? [last.createdAt.toISOString(), last.id] : null }
}
