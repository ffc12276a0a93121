import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import type { LEAVE_REASONS, LISTED_FACTS, MEMBER_FACTS, TRANSFER_REASONS, TRANSFER_REFUSALS } from './membership-state'

export type MemberEvent = {
	seq: number
	at: Date
	actor: 'member' | 'staff' | 'service'
	kind:
		| 'joined'
		| 'imported'
		| 'changed'
		| 'asked_to_confirm'
		| 'confirmed'
		| 'lapsed'
		| 'left'
		| 'rejoined'
		| 'transfer_asked'
		| 'transferred'
		| 'transfer_refused'
		| 'transfer_withdrawn'
	from: string | null
	to: string | null
	fields: (typeof MEMBER_FACTS | typeof LISTED_FACTS)[number][]
	reason: (typeof LEAVE_REASONS)[number] | (typeof TRANSFER_REASONS)[number] | null
	refusal: (typeof TRANSFER_REFUSALS)[number] | null
}

/** Everything that happened to a membership, in whichever union, the latest first. Under the caller's own row level security. */
export const readHistory = async (db: Db, language: Locale, membershipId: string): Promise<MemberEvent[]> => [
	...(await db<MemberEvent[]>`
		select e.seq, e.at, e.actor, e.kind, ${named(db, language, 'f')} as from, ${named(db, language, 't')} as to,
			coalesce(e.codes -> 'fields', '[]') as fields, e.codes ->> 'reason' as reason, e.codes ->> 'refusal' as refusal
		from app.membership_events e
		left join app.organisations f on f.id::text = e.codes ->> 'from'
		left join app.organisations t on t.id::text = e.codes ->> 'to'
		where e.membership_id = ${membershipId} order by e.seq desc limit 200`),
]
