import type { Db } from '~/db/db.server'
import { caseWords, type CaseWords } from '~/domain/cases/case-words.server'
import type { Locale } from '~/i18n/resources'
import type { DeclineCode } from './referral-state'

export type Offer = CaseWords & { referralId: string; reasons: string[]; respondBy: Date; late: boolean }
/** More open offers than this are a backlog; the ones to be answered first come first. */
const MOST = 50

/** Offers waiting at an organisation, whichever has to be answered first. Nothing personal stands in an offer. */
export const listOffers = (db: Db, language: Locale, organisationId: string) => db<Offer[]>`
	select ${caseWords(db, language)}, r.id as referral_id, r.reasons, r.respond_by, r.respond_by < now() as late
	from app.referrals r join app.cases c on c.id = r.case_id
	where r.organisation_id = ${organisationId} and r.state = 'offered'
	order by r.respond_by, r.id limit ${MOST}`

/** Answers the case. Accepting again, as after a double tap, gives the same answer. */
export async function acceptReferral(db: Db, referralId: string): Promise<string> {
	const [row] = await db<{ caseId: string }[]>`select private.accept_referral(${referralId}) as case_id`
	return row!.caseId
}

/** The next best organisation is asked by itself. Twice is once. */
export async function declineReferral(db: Db, referralId: string, code: DeclineCode): Promise<void> {
	await db`select private.decline_referral(${referralId}, ${code})`
}
