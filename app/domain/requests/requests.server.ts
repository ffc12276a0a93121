import type { Db } from '~/db/db.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { Filing } from './filing'
import { newReference } from './reference.server'

type Opened = { requestReference: string; receiptSession: string }

/**
 * Files the request with its cases, consents and notices, all or nothing, and opens a receipt session.
 * The draft is the key: sent again it files nothing and answers the same reference.
 */
export async function openRequest(
	db: Db,
	input: { draftId: string; receiptHash: Buffer; language: Locale; filing: Filing },
): Promise<Opened> {
	const [opened] = await db<Opened[]>`
		select request_reference, receipt_session from private.open_request(${input.draftId}, ${newReference()},
			${input.receiptHash}, ${input.language}, ${db.json(input.filing)})`
	if (!opened) throw new AppError('conflict')
	return opened
}
