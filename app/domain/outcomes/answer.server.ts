import type * as z from 'zod/mini'
import type { Db } from '~/db/db.server'
import type { ConfirmSchema, DisputeSchema } from './answer.schema'

/** Closes the case. Confirming again changes nothing. */
export async function confirmOutcome(db: Db, caseId: string, { rating, comment }: z.output<typeof ConfirmSchema>) {
	await db`select private.confirm_outcome(${caseId}, ${Number(rating)}, ${comment ?? null})`
}

/** Back to the organisation's manager, the second time to the desk. The same message id again changes nothing. */
export async function disputeOutcome(db: Db, caseId: string, { messageId, reason }: z.output<typeof DisputeSchema>) {
	await db`select private.dispute_outcome(${messageId}, ${caseId}, ${reason})`
}
