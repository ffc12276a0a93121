import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import type { Decision } from './review.schema'

/** 'member': the numbers are a member's already, and nothing was changed. Twice it is one membership. */
export async function approveApplication(db: Db, id: string): Promise<'approved' | 'member'> {
	const [row] = await db<[{ answer: 'approved' | 'member' }]>`select private.approve_application(${id}) as answer`
	return row.answer
}

export type BulkOutcome = 'approved' | 'member' | 'double' | 'moved'
/** Each by itself: what cannot be approved stays as it is, and says why. */
export const approveApplications = async (db: Db, union: string, ids: string[]) => [
	...(await db<{ applicationId: string; outcome: BulkOutcome }[]>`
		select application_id, outcome from private.approve_applications(${union}, ${ids}::uuid[])`),
]

/** Back to the applicant, or turned down; `reason` is what they read, `note` your own words to them. */
export async function decideApplication(
	db: Db,
	id: string,
	{ decision, reason, note }: { decision: Decision; reason: string; note?: string | undefined },
) {
	await db`select private.decide_application(${id}, ${decision}, ${reason}, ${note ?? null})`
}

/** To another union, where it waits with its age. */
export async function reassignApplication(db: Db, id: string, union: string) {
	await db`select private.reassign_application(${id}, ${union})`
}

type Elsewhere = { id: string; name: string; place: string | null }
/** Unions to hand an application to: by a part of their name or of their place, else those near where the applicant is. */
export const listUnionsToHandTo = async (
	db: Db,
	language: Locale,
	{ union, applicationId, search }: { union: string; applicationId: string; search: string },
): Promise<Elsewhere[]> => {
	const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
	const fitting = search
		? db`(o.name_zh ilike ${like} or o.name_en ilike ${like}
			or o.area_code in (select f.code from private.search_areas(${search}, ${language}, 30) f))`
		: db`o.area_code in (with recursive chain as (select c.area_code, c.distance from app.membership_applications a
				cross join lateral private.area_chain(a.area_code) c where a.id = ${applicationId})
			select area_code from chain
			union select x.code from app.areas x join chain on x.parent_code = chain.area_code where x.level = 'district')`
	return [
		...(await db<Elsewhere[]>`
			select o.id, ${named(db, language, 'o')} as name,
				(select string_agg(${named(db, language, 'x')}, ' · ' order by c.distance desc) from private.area_chain(o.area_code) c
					join app.areas x on x.code = c.area_code) as place
			from app.organisations o where o.kind = 'union' and o.active and o.id <> ${union} and ${fitting}
			order by ${named(db, language, 'o')}, o.id limit 30`),
	]
}
