import type { Db } from '~/db/db.server'
import type { DeclineCode, ReferralState } from '~/domain/referrals/referral-state'
import { inLanguage, named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { CloseCode, CloseReason } from './case-state'
import { caseWords, type CaseWords } from './case-words.server'
import type { DeskRole } from './queue.server'

export type Paper = { code: string; name: string; hint: string | null }
export type DeskCase = CaseWords & {
	/** In whose name the caller looks: the holder, else the organisation that has an offer. */
	organisationId: string
	organisationName: string
	roles: DeskRole[]
	/** The caller's organisation holds the case, and it is open. */
	held: boolean
	mayOpenStory: boolean
	mayRevealContact: boolean
	referral: { id: string; state: ReferralState; reasons: string[]; respondBy: string } | null
	/** Only for those who may read the conversation. */
	reference: string | null
	platform: string | null
	assigneeId: string | null
	assignee: string | null
	needsManager: boolean
	closeReason: CloseReason | null
	closeCode: CloseCode | null
	closedAt: Date | null
	createdAt: Date
	papers: Paper[]
}

/**
 * A case as an organisation's caseworker or manager may see it, without story and contact, which only acts bring out.
 * One that the caller may not see does not exist for them.
 */
export async function getDeskCase(db: Db, language: Locale, caseId: string): Promise<DeskCase> {
	const [row] = await db<DeskCase[]>`
		with mine as (select s.organisation_id, array_agg(s.role) as roles from app.staff_roles s
			where s.user_id = (select auth.uid()) and s.role in ('caseworker', 'manager') group by s.organisation_id)
		select ${caseWords(db, language)}, seen.organisation_id, seen.roles,
			(select ${named(db, language, 'o')} from app.organisations o where o.id = seen.organisation_id) as organisation_name,
			c.state <> 'closed' and c.holder_organisation_id is not distinct from seen.organisation_id as held,
			'caseworker' = any (seen.roles) and 'story' = any (seen.groups) as may_open_story,
			'caseworker' = any (seen.roles) and 'contact' = any (seen.groups) as may_reveal_contact,
			(select jsonb_build_object('id', r.id, 'state', r.state, 'reasons', r.reasons, 'respondBy', r.respond_by)
				from app.referrals r where r.case_id = c.id and r.organisation_id = seen.organisation_id
				order by r.offered_at desc limit 1) as referral,
			(select q.reference from app.requests q where q.id = c.request_id) as reference,
			(select ${named(db, language, 'p')} from app.platforms p where p.code = c.platform_code) as platform,
			c.assignee_id, (select p.name from app.people p where p.user_id = c.assignee_id) as assignee,
			c.needs_manager, c.close_reason, c.close_code, c.closed_at, c.created_at,
			coalesce((select jsonb_agg(jsonb_build_object('code', p.code, 'name', ${named(db, language, 'p')},
					'hint', ${inLanguage(db, language, 'p.hint')}) order by cp.sort)
				from app.category_papers cp join app.papers p on p.code = cp.paper_code
				where cp.category_code = c.category_code), '[]') as papers
		from app.cases c
		cross join lateral (select a.organisation_id, mine.roles, array_agg(a.field_group) as groups
			from app.case_access a join mine on mine.organisation_id = a.organisation_id
			where a.case_id = c.id group by a.organisation_id, mine.roles
			order by a.organisation_id is distinct from c.holder_organisation_id limit 1) seen
		where c.id = ${caseId}`
	if (!row) throw new AppError('notFound')
	return row
}

/** For the steps of whoever has the case in hand: refuses managers who are no caseworkers, and cases that moved on. */
export function requireCaseworker(one: DeskCase): DeskCase {
	if (!one.roles.includes('caseworker')) throw new AppError('forbidden')
	if (!one.held) throw new AppError('conflict')
	return one
}

/** Opening is an act: it writes the view log, which the worker reads. With asUser, never in a loader. */
export async function openStory(db: Db, caseId: string): Promise<string> {
	const [row] = await db<{ story: string }[]>`select private.open_story(${caseId}) as story`
	if (!row) throw new AppError('notFound')
	return row.story
}

export type Contact = {
	name: string | null
	phone: string | null
	email: string | null
	reachBy: ('phone' | 'email' | 'here')[]
	reachTimes: ('morning' | 'noon' | 'afternoon' | 'evening')[]
}

/** How and when the worker wants to be reached. An act like opening the story. */
export async function revealContact(db: Db, caseId: string): Promise<Contact> {
	const [row] = await db<Contact[]>`
		select name, phone, email, reach_by, reach_times from private.reveal_contact(${caseId})`
	if (!row) throw new AppError('notFound')
	return row
}

/** To whom a case may be given: the caseworkers of the organisation, the caller first. */
export const listCaseworkers = async (db: Db, organisationId: string) => [
	...(await db<{ userId: string; name: string | null; me: boolean }[]>`
		select s.user_id, p.name, s.user_id = (select auth.uid()) as me
		from app.staff_roles s left join app.people p on p.user_id = s.user_id
		where s.organisation_id = ${organisationId} and s.role = 'caseworker' order by 3 desc, 2, 1`),
]

/** To a caseworker of the holder, or to nobody (null). */
export async function assignCase(db: Db, caseId: string, assignee: string | null): Promise<void> {
	await db`select private.assign_case(${caseId}, ${assignee})`
}

/** Waits for somebody until a day at most 180 days away; for nobody (null) takes the work up again. */
export async function setWaiting(db: Db, caseId: string, forWhom: 'worker' | 'authority' | null, until: Date | null) {
	await db`select private.set_waiting(${caseId}, ${forWhom}, ${until})`
}

/** The desk takes it; the organisation's access ends in the same transaction. Twice is once. */
export async function returnCase(db: Db, caseId: string, code: DeclineCode): Promise<void> {
	await db`select private.return_case(${caseId}, ${code})`
}
