import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import type { DeclineCode } from '~/domain/referrals/referral-state'
import type { OutcomeCode } from '~/domain/outcomes/outcome-code'
import type { CaseState, CloseCode, EventKind, TriageReason } from './case-state'

export type TimelineEvent = {
	seq: number
	at: Date
	actor: 'worker' | 'staff' | 'service'
	kind: EventKind
	organisation: string | null
	codes: {
		code?: DeclineCode | OutcomeCode | CloseCode
		reason?: TriageReason
		for?: 'worker' | 'authority'
		from?: CaseState | string
		to?: string
	}
}

/** The latest steps of a case, oldest first, as far as row level security shows them to the caller. Codes, never text. */
export async function readTimeline(db: Db, language: Locale, caseId: string): Promise<TimelineEvent[]> {
	const rows = await db<TimelineEvent[]>`
		select e.seq, e.at, e.actor, e.kind, e.codes - 'organisation' as codes, ${named(db, language, 'o')} as organisation
		from app.case_events e left join app.organisations o on o.id = (e.codes ->> 'organisation')::uuid
		where e.case_id = ${caseId} order by e.seq desc limit 100`
	return [...rows].reverse()
}
