import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'

/** More than this many is not counted out. */
export const UNION_COUNT_CAP = 999

export type UnionDesk = {
	organisationId: string
	organisationName: string
	/** Applications waiting for a decision. */ waiting: number
	/** Members of other unions asked to be taken over. */ transfersIn: number
	openDrives: number
	/** When the longest waiting application was sent. */ oldest: Date | null
}

/** One union with what waits in it, for its officers. Not there for anybody else. */
export async function readUnionDesk(db: Db, language: Locale, organisationId: string): Promise<UnionDesk> {
	const [row] = await db<UnionDesk[]>`
		select o.id as organisation_id, ${named(db, language, 'o')} as organisation_name,
			(select count(*)::int from (select from app.membership_applications a where a.union_organisation_id = o.id
				and a.state = 'submitted' limit ${UNION_COUNT_CAP + 1}) x) as waiting,
			(select min(a.submitted_at) from app.membership_applications a where a.union_organisation_id = o.id
				and a.state = 'submitted') as oldest,
			(select count(*)::int from (select from app.membership_transfers t where t.to_union_id = o.id
				and t.state = 'asked' limit ${UNION_COUNT_CAP + 1}) x) as transfers_in,
			(select count(*)::int from app.confirmation_drives d where d.union_organisation_id = o.id and d.state = 'open') as open_drives
		from app.organisations o where o.id = ${organisationId} and exists (select from app.staff_roles s
			where s.organisation_id = o.id and s.user_id = (select auth.uid()) and s.role = 'officer')`
	if (!row) throw new AppError('notFound')
	return row
}

/** Open memberships, counted out: asked for where the number is shown, and not by the frame of every page. */
export async function countOpenMemberships(db: Db, organisationId: string): Promise<number> {
	const [row] = await db<[{ n: number }]>`select coalesce(sum(members), 0)::int as n
		from private.count_members(${organisationId}, 10000000) where state in ('active', 'due')`
	return row.n
}
