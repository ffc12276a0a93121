import type { Db } from '~/db/db.server'
import type { CloseCode, CloseReason, TriageReason } from '~/domain/cases/case-state'
import { caseWords, type CaseWords } from '~/domain/cases/case-words.server'
import type { ConsentAskState } from '~/domain/consent/consent-ask-state'
import type { DeclineCode, ReferralState } from '~/domain/referrals/referral-state'
import type { Reason } from '~/domain/routing/rank'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { TriageView } from './triage-view'

const PAGE = 25

export type TriageItem = CaseWords & {
	reference: string
	triageReason: TriageReason | null
	createdAt: Date
	unanswered: boolean | null
}

/** For triagers of the desk. To everybody else the page is closed. */
export async function requireTriager(db: Db): Promise<void> {
	const [row] = await db`select 1 where private.operator_id() in (select private.my_organisation_ids('triager'))`
	if (!row) throw new AppError('forbidden')
}

/** What the desk holds, whatever is due first, with the key of the next page. Ask requireTriager before. */
export async function listTriage(db: Db, language: Locale, view: TriageView, after: string[]) {
	const [at, id] = after
	const rows = await db<TriageItem[]>`
		select ${caseWords(db, language)}, c.triage_reason, c.created_at,
			(select q.reference from app.requests q where q.id = c.request_id) as reference,
			(select m.author = 'worker' from app.messages m where m.case_id = c.id and m.organisation_id = private.operator_id()
				order by m.at desc, m.id desc limit 1) as unanswered
		from app.cases c where c.state = ${view === 'waiting' ? 'offering' : 'triage'}
			${at && id ? db`and (c.next_at, c.id) > (${at}::timestamptz, ${id}::uuid)` : db``}
		order by c.next_at, c.id limit ${PAGE + 1}`
	const items = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? items.at(-1) : undefined
	return { items, next: last?.nextAt ? [last.nextAt.toISOString(), last.id] : null }
}

/** What came of one organisation: offered, asked about, or only considered. Moments are text, as they come inside JSON. */
export type Asked = {
	organisationId: string
	organisation: string
	referral: { state: ReferralState; declineCode: DeclineCode | null; at: string; respondBy: string } | null
	ask: { state: ConsentAskState; at: string; answerBy: string } | null
	reasons: (Reason | 'by_hand')[]
}
export type TriageCase = CaseWords & {
	reference: string
	categoryCode: string
	areaCode: string | null
	platform: string | null
	triageReason: TriageReason | null
	closeReason: CloseReason | null
	closeCode: CloseCode | null
	createdAt: Date
	mayOpenStory: boolean
	mayRevealContact: boolean
	routedAt: Date | null
	asked: Asked[]
}

/**
 * One case in the desk's hands, without story and contact, which only acts bring out. One that the desk does not hold
 * does not exist here. `asked` is the trace: everybody the router saw and everybody who was asked, the best first.
 */
export async function getTriageCase(db: Db, language: Locale, caseId: string): Promise<TriageCase> {
	const [row] = await db<TriageCase[]>`
		select ${caseWords(db, language)}, q.reference, c.category_code, c.area_code, c.triage_reason, c.close_reason, c.close_code,
			c.created_at,
			(select ${named(db, language, 'p')} from app.platforms p where p.code = c.platform_code) as platform,
			${maySee(db, 'story')} as may_open_story, ${maySee(db, 'contact')} as may_reveal_contact,
			(select max(t.at) from app.routing_traces t where t.case_id = c.id) as routed_at,
			coalesce((select jsonb_agg(to_jsonb(x) order by x.score desc nulls last, x.organisation)
				from (${askedRows(db, language)}) x), '[]') as asked
		from app.cases c join app.requests q on q.id = c.request_id
		where c.id = ${caseId} and private.operator_id() = any (array(select private.my_organisation_ids('triager')))
			and exists (select from app.case_access a where a.case_id = c.id and a.organisation_id = private.operator_id()
				and a.field_group = 'messages')`
	if (!row) throw new AppError('notFound')
	return row
}

const maySee = (db: Db, field: 'story' | 'contact') => db`exists (select from app.case_access a
	where a.case_id = c.id and a.organisation_id = private.operator_id() and a.field_group = ${field})`

/** The newest word of the router about each organisation, beside the last offer to it and the last question about it. */
const askedRows = (db: Db, language: Locale) => db`
	select o.id as "organisationId", ${named(db, language, 'o')} as organisation, seen.score,
		coalesce(r.reasons, a.reasons, seen.reasons, '{}') as reasons,
		case when r.id is null then null else jsonb_build_object('state', r.state, 'declineCode', r.decline_code, 'at', r.offered_at,
			'respondBy', r.respond_by) end as referral,
		case when a.id is null then null else jsonb_build_object('state', a.state, 'at', a.asked_at, 'answerBy', a.answer_by) end as ask
	from app.organisations o
	left join lateral (select (k ->> 'score')::numeric as score,
			array(select jsonb_array_elements_text(k -> 'reasons')) as reasons
		from app.routing_traces t cross join lateral jsonb_array_elements(t.trace) k
		where t.case_id = c.id and (k ->> 'organisationId')::uuid = o.id order by t.at desc limit 1) seen on true
	left join lateral (select * from app.referrals r where r.case_id = c.id and r.organisation_id = o.id
		order by r.offered_at desc limit 1) r on true
	left join lateral (select * from app.consent_asks a where a.case_id = c.id and a.organisation_id = o.id
		order by a.asked_at desc limit 1) a on true
	where o.id in (select (k ->> 'organisationId')::uuid from app.routing_traces t
			cross join lateral jsonb_array_elements(t.trace) k where t.case_id = c.id
		union select f.organisation_id from app.referrals f where f.case_id = c.id
		union select f.organisation_id from app.consent_asks f where f.case_id = c.id)`
