import type { Db } from '~/db/db.server'
import { inLanguage, named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import type { ApplicationEvent, OwnApplication } from './own-application'
import type { ApplicationState, MembershipState } from './membership-state'

type Opened =
	{ outcome: 'opened'; applicationSession: string } | { outcome: 'refused' | 'throttled'; applicationSession: null }

/** Never throws for a wrong code: the failed try must be kept, and a refusal would undo it. */
export async function openApplication(db: Db, reference: string, hash: Buffer): Promise<Opened> {
	const [opened] = await db<[Opened]>`
		select outcome, application_session from private.open_application(${reference}, ${hash})`
	return opened
}
/** The account's way to the same pages. */
export async function openOwnApplication(db: Db, applicationId: string): Promise<string> {
	const [row] = await db<[{ session: string }]>`select private.open_own_application(${applicationId}) as session`
	return row.session
}

/** "This is a shared phone": the session of whoever asks ends, here and now. */
export async function closeApplication(db: Db) {
	await db`select private.close_application()`
}
/** Name and numbers are removed. It cannot be taken back. */
export async function withdrawApplication(db: Db) {
	await db`select private.withdraw_application()`
}
/** What came back becomes a draft again; answers its id. NOWAY in any other state. */
export async function beginCorrection(db: Db): Promise<string> {
	const [row] = await db<[{ id: string }]>`select private.begin_correction() as id`
	return row.id
}

const eventsOf = (db: Db, language: Locale) => db`coalesce((select json_agg(json_build_object('seq', e.seq, 'at', e.at,
		'kind', e.kind, 'actor', e.actor, 'union', (select ${named(db, language, 'u')} from app.organisations u where u.id = (e.codes ->> 'to')::uuid))
	order by e.seq) from app.application_events e where e.application_id = a.id), '[]')`

/** The application that the caller has opened; null once the session is over. */
export async function findOwnApplication(db: Db, language: Locale): Promise<OwnApplication | null> {
	const [row] = await db<(OwnApplication & { events: ApplicationEvent[] })[]>`
		select a.reference, a.state, a.submitted_at, a.first_submitted_at, a.reason_note, ${named(db, language, 'o')} as union_name,
			p.name, ${eventsOf(db, language)} as events,
			(select ${named(db, language, 'r')} from app.decision_reasons r where r.code = a.reason_code) as reason,
			(select ${inLanguage(db, language, 'r.what_next')} from app.decision_reasons r where r.code = a.reason_code) as what_next,
			(select t.median_hours from private.approval_pace(a.union_organisation_id) t) as usual_hours,
			(select json_build_object('number', m.number, 'state', m.state, 'joinedAt', m.joined_at) from private.session_membership() m) as membership
		from app.membership_applications a join app.organisations o on o.id = a.union_organisation_id
		left join app.applicants p on p.application_id = a.id`
	return row ?? null
}

export type MyUnion = {
	applications: { id: string; reference: string; state: ApplicationState; unionName: string; at: Date }[]
	memberships: { id: string; number: string; state: MembershipState; unionName: string; joinedAt: Date }[]
}
/** What somebody signed in has to do with unions: memberships, and applications of which none has come yet. */
export async function readMyUnion(db: Db, language: Locale, userId: string): Promise<MyUnion> {
	const applications = await db<MyUnion['applications']>`
		select a.id, a.reference, a.state, ${named(db, language, 'o')} as union_name, a.submitted_at as at
		from app.membership_applications a join app.organisations o on o.id = a.union_organisation_id
		where a.user_id = ${userId} and a.state <> 'approved' order by a.submitted_at desc, a.id limit 5`
	const memberships = await db<MyUnion['memberships']>`
		select m.id, m.number, m.state, ${named(db, language, 'o')} as union_name, m.joined_at
		from app.memberships m join app.organisations o on o.id = m.union_organisation_id
		where m.user_id = ${userId} order by m.joined_at desc, m.id limit 5`
	return { applications: [...applications], memberships: [...memberships] }
}
