import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { ReportLine, ReportPlace, ReportSubscription } from './report-line'

const PAGE = 24
/** About one union's place, or about everything, in one language: the latest month first, in it the latest revision. */
export async function listReports(db: Db, organisationId: string | null, language: Locale, after: string[]) {
	const [month, revision] = after
	const rows = await db<ReportLine[]>`
		select r.id, r.month::text, r.revision, r.bytes, r.made_at, r.replaced_at from app.reports r
		where r.language = ${language} and ${organisationId === null ? db`r.organisation_id is null` : db`r.organisation_id = ${organisationId}`}
			${month && revision ? db`and (r.month, r.revision) < (${month}::date, ${Number(revision)}::int)` : db``}
		order by r.month desc, r.revision desc limit ${PAGE + 1}`
	const reports = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? reports.at(-1) : undefined
	return { reports, next: last ? [last.month, String(last.revision)] : null }
}

export type ReportFile = {
	id: string
	month: string
	revision: number
	language: Locale
	bytes: number
	organisation: string | null
}
/** One report, where the caller may read it. */
export async function findReport(db: Db, id: string): Promise<ReportFile> {
	const [row] = await db<ReportFile[]>`
		select r.id, r.month::text, r.revision, r.language, r.bytes,
			case r.language when 'en' then o.name_en else o.name_zh end as organisation
		from app.reports r left join app.organisations o on o.id = r.organisation_id where r.id = ${id}`
	if (!row) throw new AppError('notFound')
	return row
}

/** What can be subscribed to: everything, and the place of each union; the unions where the caller works first. */
export const listReportPlaces = async (db: Db, language: Locale): Promise<ReportPlace[]> => [
	...(await db<ReportPlace[]>`
		select o.id, ${named(db, language, 'o')} as name, o.id = any (array(select private.my_organisation_ids('officer', 'analyst'))) as mine
		from app.organisations o where o.kind = 'union' and o.active and o.area_code is not null
		order by mine desc, ${named(db, language, 'o')}, o.id limit 500`),
]

/** The caller's own. */
export const listSubscriptions = async (db: Db, language: Locale): Promise<ReportSubscription[]> => [
	...(await db<ReportSubscription[]>`
		select s.id, s.organisation_id, s.language, ${named(db, language, 'o')} as organisation from app.report_subscriptions s
		left join app.organisations o on o.id = s.organisation_id where s.user_id = (select auth.uid())
		order by organisation nulls first, s.language limit 100`),
]
export async function findSubscription(db: Db, language: Locale, id: string): Promise<ReportSubscription | null> {
	const all = await listSubscriptions(db, language)
	return all.find((one) => one.id === id) ?? null
}

/** Again changes nothing. */
export const subscribeReports = (db: Db, organisationId: string | null, language: Locale) =>
	db`select private.subscribe_reports(${organisationId}::uuid, ${language})`
export const unsubscribeReports = (db: Db, id: string) => db`select private.unsubscribe_reports(${id})`
