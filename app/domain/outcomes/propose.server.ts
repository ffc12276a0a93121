import type * as z from 'zod/mini'
import type { Db } from '~/db/db.server'
import type { OutcomeForm } from './outcome.schema'

/** The worker confirms, disputes, or does not answer. Tries are kept only where nobody was reached. The same id again changes nothing. */
export async function proposeOutcome(db: Db, caseId: string, proposed: z.output<typeof OutcomeForm>): Promise<void> {
	const { outcomeId, code, note, attempts, moneyRecovered, billPaid, nightsHoused } = proposed
	const outcome = {
		code,
		note,
		attempts: code === 'could_not_reach' ? (attempts ?? null) : null,
		moneyRecoveredFen: moneyRecovered ?? null,
		billPaidFen: billPaid ?? null,
		nightsHoused: nightsHoused ?? null,
	}
	await db`select private.propose_outcome(${outcomeId}, ${caseId}, ${db.json(outcome)})`
}
