import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { MEMBER_PAGE } from './member-list'
import type { MembershipState } from './membership-state'

export type MyStation = {
	id: string
	name: string
	organisationId: string
	organisationName: string
	members: number
	/** Asked in an open drive, and no answer yet. */ unanswered: number
}
export type StationMember = {
	id: string
	name: string
	state: MembershipState
	phoneLastFour: string
	askId: string | null
}

/** The open stations that the caller is liaison of. */
export const listMyStations = async (db: Db, language: Locale): Promise<MyStation[]> => [
	...(await db<MyStation[]>`
		select f.id, f.name, f.union_organisation_id as organisation_id, ${named(db, language, 'o')} as organisation_name, f.members, f.unanswered
		from private.my_stations() with ordinality f join app.organisations o on o.id = f.union_organisation_id order by f.ordinality`),
]

/** Who belongs to a station of the caller's, by name: all, or those whose answer a drive still waits for. */
export async function listStationMembers(db: Db, stationId: string, unansweredOnly: boolean, after: string[]) {
	const [name, id] = after
	const rows = await db<StationMember[]>`
		select id, name, state, phone_last_four, ask_id
		from private.station_members(${stationId}, ${unansweredOnly}, ${(id && name) || null}, ${id ?? null}, ${MEMBER_PAGE + 1})`
	const members = rows.slice(0, MEMBER_PAGE)
	const last = rows.length > MEMBER_PAGE ? members.at(-1) : undefined
	return { members, next: last ? [last.name, last.id] : null }
}
