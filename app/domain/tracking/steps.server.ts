import type * as z from 'zod/mini'
import type { Db } from '~/db/db.server'
import type { MessageSchema } from './message.schema'

/** To whoever holds the case: an organisation, or the desk. `files` were stored before; the same message id again changes nothing. */
export async function writeToHolder(
	db: Db,
	caseId: string,
	{ messageId, body }: z.output<typeof MessageSchema>,
	files: string[] = [],
) {
	await db`select private.write_to_holder(${messageId}, ${caseId}, ${body}, ${files}::uuid[])`
}

/** "Nobody answers me": the desk takes the case from whoever has it. Saying it again changes nothing. */
export async function escalateCase(db: Db, caseId: string) {
	await db`select private.escalate_case(${caseId})`
}

/** Within 30 days of closing, at the same organisation. Opening again what is open changes nothing. */
export async function reopenCase(db: Db, caseId: string) {
	await db`select private.reopen_case(${caseId})`
}

/** Cases, offers, access and consents all end. It cannot be taken back. */
export async function withdrawRequest(db: Db) {
	await db`select private.withdraw_request()`
}
