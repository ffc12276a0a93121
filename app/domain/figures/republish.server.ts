import type { Db } from '~/db/db.server'
import { inLanguage } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { ANY_TABLE } from './read-published.server'

const PAGE = 25

export type Publication = {
	/** Its first day. */ month: string
	revision: number
	publishedAt: Date
	/** Why it was told again; null the first time. */ note: string | null
	/** The last time somebody asked for it to be told again. */ askedAt: Date | null
	askedBy: string | null
	failedAt: Date | null
	doneRevision: number | null
}

/** Months as they stand, the newest first, with the key of the next page. For administrators of the desk. */
export async function listPublications(db: Db, language: Locale, before: string | null, only: string | null = null) {
	const rows = await db<Publication[]>`
		select p.month::text, p.revision, p.published_at, ${inLanguage(db, language, 'p.note')} as note,
			r.asked_at, w.name as asked_by, r.failed_at, r.done_revision
		from (select distinct on (x.month) x.* from app.publications x where x.table_code = ${ANY_TABLE}
			${before ? db`and x.month < ${before}::date` : db``} ${only ? db`and x.month = ${only}::date` : db``}
			order by x.month desc, x.revision desc limit ${PAGE + 1}) p
		left join lateral (select * from app.republications a where a.month = p.month order by a.asked_at desc, a.id limit 1) r on true
		left join app.people w on w.user_id = r.asked_by
		order by p.month desc`
	const publications = rows.slice(0, PAGE)
	return { publications, next: rows.length > PAGE ? [publications.at(-1)!.month] : null }
}

export async function findPublication(db: Db, language: Locale, month: string): Promise<Publication> {
	const { publications } = await listPublications(db, language, null, month)
	if (!publications[0]) throw new AppError('notFound')
	return publications[0]
}

export type Asked = { republicationId: string; noteZh: string; noteEn: string }
/** The job does it within minutes. `conflict` while one of the month waits already. */
export const requestRepublication = (db: Db, month: string, { republicationId, noteZh, noteEn }: Asked) =>
	db`select private.request_republication(${republicationId}, ${month}, ${noteZh}, ${noteEn})`
