import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { memberColumns, memberTables, type Member } from './members.server'

export type OwnMembership = Member & { phone: string; email: string | null }

const own = (db: Db, language: Locale) => db`
	select ${memberColumns(db, language)}, d.phone, d.email from ${memberTables(db)}
	where m.id = any (array(select private.my_membership_ids()))`

/** Mostly one. Somebody who left one union and joined another has both, the living one first. */
export const listOwnMemberships = async (db: Db, language: Locale): Promise<OwnMembership[]> => [
	...(await db<OwnMembership[]>`${own(db, language)} order by m.state = 'left', m.joined_at desc limit 10`),
]

/** The caller's own, and not there for anybody else. */
export async function getOwnMembership(db: Db, language: Locale, id: string): Promise<OwnMembership> {
	const [row] = await db<OwnMembership[]>`${own(db, language)} and m.id = ${id}`
	if (!row) throw new AppError('notFound')
	return row
}

/** Which union opened the contact of one's own membership, and in which hour, the latest first. */
export const listLooks = async (db: Db, language: Locale, id: string) => [
	...(await db<{ organisation: string; hour: Date }[]>`
		select distinct ${named(db, language, 'o')} as organisation, v.hour from app.member_views v
		join app.organisations o on o.id = v.organisation_id where v.membership_id = ${id} order by v.hour desc limit 20`),
]
