import type { Db } from '~/db/db.server'
import type { CloseCode } from '~/domain/cases/case-state'

/** All of these run as a triager, on a case in triage: NTFND for everybody else, TAKEN once it has gone on. */

/** Only the kind of help is put right: nobody is looked for yet, see `routeAgain`. */
export async function categoriseCase(db: Db, caseId: string, category: string) {
	await db`select private.categorise_case(${caseId}, ${category})`
}

/** The router looks for somebody once more, in a job of its own. */
export async function routeAgain(db: Db, caseId: string) {
	await db`select private.route_again(${caseId})`
}

/** Offers to one organisation, or asks the worker first where the worker has not agreed to it. WRONG for one the worker keeps out. */
export async function offerByHand(db: Db, caseId: string, organisationId: string, hours: number) {
	await db`select private.offer_by_hand(${caseId}, ${organisationId}, ${hours})`
}

/** The end: the desk cannot read the case any more. */
export async function closeByDesk(db: Db, caseId: string, code: CloseCode) {
	await db`select private.close_by_desk(${caseId}, ${code})`
}
