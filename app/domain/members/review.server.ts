import type { Db } from '~/db/db.server'
import { inLanguage, named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { Double } from './application-doubles'
import type { ApplicationState, ENTERED_AS } from './membership-state'
import type { ApplicationEvent } from './own-application'
import type { ReviewView } from './review.schema'

const PAGE = 25
export type Filter = { campaign?: string; station?: string }
export type ReviewItem = {
	id: string
	reference: string
	name: string | null
	state: ApplicationState
	sector: string
	place: string
	station: string | null
	campaign: string | null
	enteredAs: (typeof ENTERED_AS)[number]
	firstSubmittedAt: Date
	submittedAt: Date
	decidedAt: Date | null
	reason: string | null
}

/** For officers of this union. To everybody else it is not there. */
export async function requireOfficer(db: Db, union: string): Promise<void> {
	const [row] = await db`select 1 where ${union}::uuid in (select private.my_organisation_ids('officer'))`
	if (!row) throw new AppError('notFound')
}

const rowsOf = (db: Db, language: Locale) => db`
	a.id, a.reference, a.state, a.entered_as, a.first_submitted_at, a.submitted_at, a.decided_at, p.name,
	(select ${named(db, language, 's')} from app.sectors s where s.code = a.sector_code) as sector,
	(select ${named(db, language, 'x')} from app.areas x where x.code = a.area_code) as place,
	(select s.name from app.stations s where s.id = a.station_id) as station,
	(select c.name from app.join_campaigns c where c.id = a.campaign_id) as campaign,
	(select ${named(db, language, 'r')} from app.decision_reasons r where r.code = a.reason_code) as reason`

/** Who waits, the oldest first; what is decided, the newest first; with the key of the next page. Ask requireOfficer before. */
export async function listApplications(
	db: Db,
	language: Locale,
	union: string,
	view: ReviewView,
	{ campaign, station }: Filter,
	after: string[],
) {
	const [at, id] = after
	const key = at && id
	const fitting = db`${campaign ? db`and a.campaign_id = ${campaign}` : db``} ${station ? db`and a.station_id = ${station}` : db``}`
	const rows = await db<ReviewItem[]>`
		select ${rowsOf(db, language)} from app.membership_applications a
		left join app.applicants p on p.application_id = a.id
		where a.union_organisation_id = ${union} ${fitting} ${
			view === 'decided'
				? db`and a.state in ('approved', 'rejected') ${key ? db`and (a.decided_at, a.id) < (${at}::timestamptz, ${id}::uuid)` : db``}
					order by a.decided_at desc, a.id desc`
				: db`and a.state = ${view === 'waiting' ? 'submitted' : 'returned'}
					${key ? db`and (a.submitted_at, a.id) > (${at}::timestamptz, ${id}::uuid)` : db``} order by a.submitted_at, a.id`
		} limit ${PAGE + 1}`
	const items = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? items.at(-1) : undefined
	const moment = last && (view === 'decided' ? last.decidedAt : last.submittedAt)
	return { items, next: last && moment ? [moment.toISOString(), last.id] : null }
}

/** Who waits of these, by name, for the page that asks once more before many are approved. */
export const listTicked = async (db: Db, language: Locale, union: string, ids: string[]): Promise<ReviewItem[]> => [
	...(await db<ReviewItem[]>`
		select ${rowsOf(db, language)} from app.membership_applications a
		left join app.applicants p on p.application_id = a.id
		where a.union_organisation_id = ${union} and a.id = any (${ids}::uuid[]) order by a.submitted_at, a.id`),
]

/** Likely doubles of these applications, in the order in which they stand in the way. */
export const listDoubles = async (db: Db, union: string, ids: string[]): Promise<Double[]> =>
	ids.length === 0
		? []
		: [
				...(await db<Double[]>`
					select * from private.possible_doubles(${union}, ${ids}::uuid[])
					order by array_position(array['member', 'application', 'former'], kind), here desc, by_id desc, other_id`),
			]

/** What the list can be narrowed to. */
export async function listFilters(db: Db, union: string) {
	const campaigns = await db<{ id: string; name: string }[]>`select id, name from app.join_campaigns
		where union_organisation_id = ${union} order by created_at desc, id limit 100`
	const stations = await db<{ id: string; name: string }[]>`select id, name from app.stations
		where union_organisation_id = ${union} order by name, id limit 300`
	return { campaigns: [...campaigns], stations: [...stations] }
}

/** How long approval took in the last 90 days; null where fewer than five say it. */
export async function readPace(db: Db, union: string): Promise<{ decided: number; medianHours: number } | null> {
	const [row] = await db<{ decided: number; medianHours: number }[]>`
		select decided, median_hours from private.approval_pace(${union})`
	return row ?? null
}

export type ReviewedApplication = ReviewItem & {
	phone: string | null
	email: string | null
	gender: 'female' | 'male' | null
	birthYear: number | null
	idLastFour: string | null
	placePath: string
	way: 'employer' | 'pool'
	basis: 'residence' | 'hukou' | null
	employer: string | null
	platform: string | null
	workingForm: string | null
	consentVersion: string
	enteredBy: string | null
	reasonNote: string | null
	events: ApplicationEvent[]
}
/** One application with everything an officer decides by. Not there for anybody else, nor in another union. */
export async function readApplication(
	db: Db,
	language: Locale,
	union: string,
	id: string,
): Promise<ReviewedApplication> {
	await requireOfficer(db, union)
	const [row] = await db<ReviewedApplication[]>`
		select ${rowsOf(db, language)}, p.phone, p.email, p.gender, p.birth_year, p.id_last_four, a.way, a.pool_basis as basis,
			a.working_form, a.consent_version, a.reason_note,
			(select string_agg(${named(db, language, 'x')}, ' · ' order by c.distance desc) from private.area_chain(a.area_code) c
				join app.areas x on x.code = c.area_code) as place_path,
			(select ${named(db, language, 'e')} from app.employers e where e.id = a.employer_id) as employer,
			(select ${named(db, language, 'f')} from app.platforms f where f.code = a.platform_code) as platform,
			(select n.name from app.people n where n.user_id = a.entered_by) as entered_by,
			coalesce((select json_agg(json_build_object('seq', e.seq, 'at', e.at, 'kind', e.kind, 'actor', e.actor,
					'union', (select ${named(db, language, 'u')} from app.organisations u where u.id = (e.codes ->> 'to')::uuid)) order by e.seq)
				from app.application_events e where e.application_id = a.id), '[]') as events
		from app.membership_applications a left join app.applicants p on p.application_id = a.id
		where a.id = ${id} and a.union_organisation_id = ${union}`
	if (!row) throw new AppError('notFound')
	return row
}

/** The reasons of one decision, with what the applicant is told to do. */
export const listReasons = async (db: Db, language: Locale, decision: string) => [
	...(await db<{ code: string; name: string; whatNext: string }[]>`
		select code, ${inLanguage(db, language, 'name')} as name, ${inLanguage(db, language, 'what_next')} as what_next
		from app.decision_reasons where decision = ${decision} order by position, code`),
]
