/** The source of the case's life; the database holds the same table (supabase/migrations, transitions). */
export const CASE_NEXT = {
	triage: ['offering', 'closed'],
	offering: ['with_organisation', 'triage', 'closed'],
	with_organisation: ['waiting_for_worker', 'waiting_for_authority', 'outcome_proposed', 'triage', 'closed'],
	waiting_for_worker: ['with_organisation', 'outcome_proposed', 'triage', 'closed'],
	waiting_for_authority: ['with_organisation', 'outcome_proposed', 'triage', 'closed'],
	outcome_proposed: ['closed', 'with_organisation', 'triage'],
	closed: ['with_organisation'],
} as const
export type CaseState = keyof typeof CASE_NEXT

export const URGENCIES = ['today', 'soon', 'normal'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Why a case is with the desk. */
export const TRIAGE_REASONS = [
	'uncovered',
	'exhausted',
	'not_sure',
	'returned',
	'consent_withdrawn',
	'revoked',
	'disputed_twice',
	'escalated',
	'overdue',
] as const
export type TriageReason = (typeof TRIAGE_REASONS)[number]

export const CLOSE_REASONS = ['confirmed', 'unanswered', 'desk', 'withdrawn'] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

/** Why the desk closed a case itself. */
export const CLOSE_CODES = ['duplicate', 'out_of_scope', 'unreachable'] as const
export type CloseCode = (typeof CLOSE_CODES)[number]

/** Every entry a timeline can have. */
export const EVENT_KINDS = [
	'filed',
	'to_triage',
	'categorised',
	'asked',
	'ask_refused',
	'ask_expired',
	'consent_given',
	'consent_withdrawn',
	'offered',
	'accepted',
	'declined',
	'offer_expired',
	'returned',
	'assigned',
	'waiting',
	'resumed',
	'worker_wrote',
	'staff_wrote',
	'outcome_proposed',
	'confirmed',
	'disputed',
	'unanswered',
	'escalated',
	'withdrawn',
	'closed_by_desk',
	'reopened',
	'access_ended',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export type Actor = 'desk' | 'organisation' | 'worker' | 'nobody'

/**
 * Who has to act next. `asked`: the worker has an open question about an organisation, or an open offer waits at one.
 * An offer that lies with an organisation is still in the desk's hands, but the organisation has to answer it.
 */
export function nextActor(state: CaseState, asked: { worker: boolean; organisation: boolean }): Actor {
	switch (state) {
		case 'triage':
			return 'desk'
		case 'offering':
			return asked.worker ? 'worker' : asked.organisation ? 'organisation' : 'desk'
		case 'with_organisation':
		case 'waiting_for_authority':
			return 'organisation'
		case 'waiting_for_worker':
		case 'outcome_proposed':
			return 'worker'
		case 'closed':
			return 'nobody'
	}
}

/** What the next date of a case means to whoever has it in hand: act by then, look again then, or the worker answers by then. */
export function nextWord(state: CaseState): 'act' | 'look' | 'answer' {
	if (state === 'outcome_proposed') return 'answer'
	return state === 'waiting_for_worker' || state === 'waiting_for_authority' ? 'look' : 'act'
}

/** How long after closing a worker may open a case again or dispute late; the database holds the same number. */
export const REOPEN_DAYS = 30
export const mayReopen = (closeReason: CloseReason | null, closedAt: Date | null, now: Date) =>
	(closeReason === 'confirmed' || closeReason === 'unanswered') &&
	closedAt !== null &&
	now.getTime() - closedAt.getTime() < REOPEN_DAYS * 86_400_000
