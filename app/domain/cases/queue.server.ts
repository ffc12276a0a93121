import type { Listing } from '~/db/begin.server'
import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { caseWords, type CaseWords } from './case-words.server'
import type { QueueFilter } from './desk-now'
import { COUNT_CAP, type QueueView } from './queue-view'

export type DeskRole = 'caseworker' | 'manager'
export type Desk = { organisationId: string; organisationName: string; roles: DeskRole[] }
/** Part of what is open: of one kind, in one person's hands. */
export type Narrowed = { only?: QueueFilter | undefined; who?: string | undefined }
export type HeldCase = CaseWords & {
	/** Tells two cases of one kind and place apart. Only for those who may read the conversation. */
	reference: string | null
	assignee: string | null
	/** The worker wrote last. Null for those who may not read messages. */ unanswered: boolean | null
	needsManager: boolean
	closedAt: Date | null
}
/** Where a page starts: the date and id of the last row before it. */
export type Place = { at: string; id: string }

export const PAGE = 25

/** Where the caller is caseworker or manager. */
export const listMyDesks = async (db: Db, language: Locale) => [
	...(await db<Desk[]>`
		select o.id as organisation_id, ${named(db, language, 'o')} as organisation_name, m.roles
		from (select s.organisation_id, array_agg(s.role) as roles from app.staff_roles s
			where s.user_id = (select auth.uid()) and s.role in ('caseworker', 'manager') group by s.organisation_id) m
		join app.organisations o on o.id = m.organisation_id order by 2, 1`),
]

/** Rows that came inside another statement, as JSON: moments are text. */
type InJson<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }

/**
 * One desk with how much lies on it, and the offers that `list` asks for, in one statement. Not there for anybody who
 * does not work at it.
 */
export async function readDesk<T extends object>(
	db: Db,
	language: Locale,
	organisationId: string,
	list: Listing<T> | null,
) {
	const offers = list ? db`(select coalesce(jsonb_agg(to_jsonb(o)), '[]') from (${list}) o)` : db`'[]'::jsonb`
	const [row] = await db<(Desk & Record<QueueView, number> & { seesNow: boolean; offers: InJson<T>[] })[]>`
		select o.id as organisation_id, ${named(db, language, 'o')} as organisation_name,
			array(select s.role from app.staff_roles s where s.organisation_id = o.id and s.user_id = (select auth.uid())
				and s.role in ('caseworker', 'manager')) as roles,
			o.id = any (array(select private.my_organisation_ids('manager', 'officer'))) as sees_now,
			(select count(*)::int from (select from app.cases c where c.assignee_id = (select auth.uid())
				and c.holder_organisation_id = o.id and c.next_at is not null limit ${COUNT_CAP + 1}) x) as mine,
			(select count(*)::int from (select from app.cases c where c.holder_organisation_id = o.id
				and c.next_at is not null limit ${COUNT_CAP + 1}) x) as all,
			(select count(*)::int from (select from app.cases c where c.holder_organisation_id = o.id
				and c.state = 'closed' limit ${COUNT_CAP + 1}) x) as closed,
			${offers} as offers
		from app.organisations o where o.id = ${organisationId}`
	if (!row || row.roles.length === 0) throw new AppError('notFound')
	return row
}

/** What an organisation holds: `mine` and `all` by what is due first, `closed` the latest first. By key, never by offset. */
export const listHeld = (
	db: Db,
	language: Locale,
	organisationId: string,
	view: QueueView,
	after?: Place,
	narrowed: Narrowed = {},
) => db<HeldCase[]>`
	select ${caseWords(db, language)}, c.needs_manager, c.closed_at,
		(select q.reference from app.requests q where q.id = c.request_id) as reference,
		(select p.name from app.people p where p.user_id = c.assignee_id) as assignee,
		${wroteLast(db, organisationId)} as unanswered
	from app.cases c where c.holder_organisation_id = ${organisationId}
		${view === 'closed' ? db`` : narrow(db, organisationId, narrowed)} ${within(db, view, after)} limit ${PAGE}`

/** Whether the worker wrote last; null for those who may not read messages. */
const wroteLast = (db: Db, organisationId: string) => db`
	(select m.author = 'worker' from app.messages m where m.case_id = c.id and m.organisation_id = ${organisationId}
		order by m.at desc, m.id desc limit 1)`

function narrow(db: Db, organisationId: string, { only, who }: Narrowed) {
	const kind = {
		overdue: db`and c.next_at < now()`,
		unassigned: db`and c.assignee_id is null`,
		messages: db`and ${wroteLast(db, organisationId)}`,
		outcomes: db`and c.state = 'outcome_proposed'`,
	}
	return db`${only ? kind[only] : db``} ${who ? db`and c.assignee_id = ${who}` : db``}`
}

function within(db: Db, view: QueueView, after: Place | undefined) {
	if (view === 'closed')
		return db`and c.state = 'closed'
			${after ? db`and (c.closed_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : db``}
			order by c.closed_at desc, c.id desc`
	return db`${view === 'mine' ? db`and c.assignee_id = (select auth.uid())` : db``} and c.next_at is not null
		${after ? db`and (c.next_at, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : db``}
		order by c.next_at, c.id`
}
