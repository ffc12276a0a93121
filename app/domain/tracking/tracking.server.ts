import type { Db } from '~/db/db.server'
import { filesOf } from '~/domain/attachments/attachments.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { CasePage, TrackedCase, TrackedRequest } from './tracked'

const PAGE = 25

/** The facts of one case `c` of the caller, as JSON. */
const caseFacts = (db: Db, language: Locale) => db`json_build_object(
	'id', c.id, 'state', c.state, 'triageReason', c.triage_reason, 'closeReason', c.close_reason, 'closeCode', c.close_code,
	'closedAt', c.closed_at, 'nextAt', c.next_at,
	'category', (select ${named(db, language, 'k')} from app.categories k where k.code = c.category_code),
	'holder', (select ${named(db, language, 'h')} from app.organisations h where h.id = c.holder_organisation_id),
	'offeredTo', (select ${named(db, language, 'o')} from app.referrals f join app.organisations o on o.id = f.organisation_id
		where f.case_id = c.id and f.state = 'offered' order by f.offered_at limit 1),
	'question', (select json_build_object('id', a.id, 'organisation', ${named(db, language, 'o')}, 'reasons', a.reasons,
			'answerBy', a.answer_by)
		from app.consent_asks a join app.organisations o on o.id = a.organisation_id
		where a.case_id = c.id and a.state = 'asked'),
	'newsAt', (select case when m.author = 'staff' then m.at end from app.messages m where m.case_id = c.id
		order by m.at desc, m.id desc limit 1))`

/** The request of the receipt with all its cases; null once the session is over. */
export async function findTrackedRequest(db: Db, language: Locale): Promise<TrackedRequest | null> {
	const [row] = await db<TrackedRequest[]>`
		select r.reference, r.created_at, r.user_id is not null as in_account, now() as now, coalesce((
			select json_agg(${caseFacts(db, language)} order by s.sort, c.id)
			from app.cases c join app.categories s on s.code = c.category_code where c.request_id = r.id), '[]') as cases,
			${filesOf(db, db`f.request_id = r.id`)} as files
		from app.requests r`
	return row ?? null
}

/** Everything the worker sees of one case, in one statement; of the conversation the newest, or what came before `before`. */
export async function readTrackedCase(db: Db, language: Locale, caseId: string, before: string[]): Promise<CasePage> {
	const [at, id] = before
	const [row] = await db<(Omit<CasePage, 'case' | 'earlier'> & { case: TrackedCase | null })[]>`
		select r.reference, now() as now, (${caseFacts(db, language)}) as case, exists (
			select from app.consents g where g.request_id = r.id and g.recipient_organisation_id = c.holder_organisation_id
				and g.purpose = 'help_with_case' and g.field_group = 'messages' and g.withdrawn_at is null) as still_shared,
			coalesce((select json_agg(json_build_object('id', m.id, 'author', m.author, 'organisation', ${named(db, language, 'o')},
					'body', m.body, 'at', m.at,
					'files', ${filesOf(db, db`f.message_id = m.id`)}) order by m.at, m.id)
				from (select * from app.messages x where x.case_id = c.id
					${at && id ? db`and (x.at, x.id) < (${at}::timestamptz, ${id}::uuid)` : db``}
					order by x.at desc, x.id desc limit ${PAGE + 1}) m
				join app.organisations o on o.id = m.organisation_id), '[]') as messages,
			(select json_build_object('code', x.code, 'note', x.note, 'attempts', x.attempts, 'moneyRecoveredFen', x.money_recovered_fen,
					'billPaidFen', x.bill_paid_fen, 'nightsHoused', x.nights_housed, 'proposedAt', x.proposed_at,
					'organisation', ${named(db, language, 'o')}, 'answer', x.answer, 'rating', x.rating, 'comment', x.comment)
				from app.outcomes x join app.organisations o on o.id = x.organisation_id
				where x.case_id = c.id order by x.proposed_at desc limit 1) as outcome,
			coalesce((select json_agg(json_build_object('seq', e.seq, 'at', e.at, 'kind', e.kind,
					'organisation', ${named(db, language, 'o')}) order by e.seq)
				from (select x.seq, x.at, x.kind, x.codes from app.case_events x where x.case_id = c.id order by x.seq desc limit 100) e
				left join app.organisations o on o.id = (e.codes ->> 'organisation')::uuid), '[]') as events,
			coalesce((select json_agg(json_build_object('organisation', v.organisation, 'field', v.field_group, 'hour', v.hour)
					order by v.hour desc, v.organisation, v.field_group)
				from (select distinct ${named(db, language, 'o')} as organisation, x.field_group, x.hour
					from app.views x join app.organisations o on o.id = x.organisation_id
					where x.case_id = c.id order by x.hour desc limit 50) v), '[]') as views
		from app.requests r left join app.cases c on c.request_id = r.id and c.id = ${caseId}`
	if (!row) throw new AppError('sessionExpired')
	if (!row.case?.id) throw new AppError('notFound')
	const more = row.messages.length > PAGE
	const messages = more ? row.messages.slice(1) : row.messages
	const first = messages[0]
	return { ...row, case: row.case, messages, earlier: more && first ? [first.at, first.id] : null }
}
