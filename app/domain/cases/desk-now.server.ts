import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { DeskNow } from './desk-now'

type Seen = { organisationId: string; organisationName: string; roles: string[]; now: DeskNow }

/** How things stand at one organisation, for its managers and officers; not there for anybody else. One statement. */
export async function readDeskNow(db: Db, language: Locale, organisationId: string): Promise<Seen> {
	const [row] = await db<Seen[]>`
		select o.id as organisation_id, ${named(db, language, 'o')} as organisation_name, private.desk_now(o.id) as now,
			array(select s.role from app.staff_roles s where s.organisation_id = o.id and s.user_id = (select auth.uid())) as roles
		from app.organisations o where o.id = ${organisationId}`
	if (!row) throw new AppError('notFound')
	return row
}
