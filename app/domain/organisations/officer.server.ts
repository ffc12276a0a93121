import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'

export type Officer = { userId: string; name: string | null; me: boolean }

/** The union, for its officers; for everybody else there is none. Loaders run side by side, so each page asks for itself. */
export async function findMyUnion(db: Db, language: Locale, id: string): Promise<{ id: string; name: string }> {
	const [row] = await db<{ id: string; name: string }[]>`
		select o.id, ${named(db, language, 'o')} as name from app.organisations o
		where o.id = ${id} and o.id = any (array(select private.my_organisation_ids('officer')))`
	if (!row) throw new AppError('notFound')
	return row
}

/** Who may run something for a union, oneself first. */
export const listOfficers = async (db: Db, unionId: string): Promise<Officer[]> => [
	...(await db<Officer[]>`
		select r.user_id, p.name, r.user_id = (select auth.uid()) as me from app.staff_roles r
		left join app.people p on p.user_id = r.user_id
		where r.organisation_id = ${unionId} and r.role = 'officer' order by me desc, p.name, r.user_id limit 100`),
]
