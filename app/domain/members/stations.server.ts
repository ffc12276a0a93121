import type { Db } from '~/db/db.server'
import type { Pending } from '~/domain/organisations/invitations.server'
import { named } from '~/domain/vocabulary/in-language.server'
import { listPlatforms, type Named } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { MEMBER_PAGE } from './member-list'
import { UNION_COUNT_CAP } from './union.server'

export type Liaison = { userId: string; name: string | null }
export type Station = {
	id: string
	name: string
	areaCode: string | null
	area: string | null
	platformCode: string | null
	platform: string | null
	closedAt: Date | null
	/** Counted no further than the cap; whoever left is not counted. */ members: number
	liaisons: Liaison[]
}

const stations = (db: Db, language: Locale, unionId: string) => db`
	select s.id, s.name, s.area_code, s.platform_code, s.closed_at,
		(select ${named(db, language, 'a')} from app.areas a where a.code = s.area_code) as area,
		(select ${named(db, language, 'p')} from app.platforms p where p.code = s.platform_code) as platform,
		(select count(*)::int from (select from app.memberships m where m.station_id = s.id and m.state in ('active', 'due', 'lapsed')
			limit ${UNION_COUNT_CAP + 1}) x) as members,
		coalesce((select jsonb_agg(jsonb_build_object('userId', l.user_id, 'name', p.name) order by p.name, l.user_id)
			from app.station_liaisons l left join app.people p on p.user_id = l.user_id where l.station_id = s.id), '[]') as liaisons
	from app.stations s where s.union_organisation_id = ${unionId}
		and s.union_organisation_id = any (array(select private.my_organisation_ids('officer')))`

/** A page of a union's stations by name, for its officers; closed ones apart. */
export async function listStations(db: Db, language: Locale, unionId: string, closed: boolean, after: string | null) {
	const rows = await db<Station[]>`${stations(db, language, unionId)}
		and ${closed ? db`s.closed_at is not null` : db`s.closed_at is null`} ${after === null ? db`` : db`and s.name > ${after}`}
		order by s.name limit ${MEMBER_PAGE + 1}`
	const page = rows.slice(0, MEMBER_PAGE)
	return { stations: page, next: rows.length > MEMBER_PAGE ? [page.at(-1)!.name] : null }
}

/** Of the caller's union, and not there for anybody but its officers. */
export async function getStation(db: Db, language: Locale, unionId: string, id: string): Promise<Station> {
	const [row] = await db<Station[]>`${stations(db, language, unionId)} and s.id = ${id}`
	if (!row) throw new AppError('notFound')
	return row
}

/** What a member may be given as a station: the open ones. */
export const listStationNames = async (db: Db, unionId: string): Promise<Named[]> => [
	...(await db<Named[]>`select id as code, name from app.stations
		where union_organisation_id = ${unionId} and closed_at is null order by name limit 1000`),
]

/** Where a union's stations may be: the places whose people it takes, or its own, with what lies right below them. */
export async function readStationChoices(db: Db, language: Locale, unionId: string) {
	const areas = await db<Named[]>`
		with home as (select p.area_code as code from app.union_pools p where p.union_organisation_id = ${unionId}
			union select o.area_code from app.organisations o where o.id = ${unionId})
		select a.code, ${named(db, language, 'a')} as name from app.areas a
		where a.code in (select code from home) or a.parent_code in (select code from home) order by a.code`
	return { areas: [...areas], platforms: await listPlatforms(db, language) }
}

type StationFacts = { name: string; area: string | null; platform: string | null }
type StationAnswer = 'done' | 'name_taken'

/** The same id twice is one station. `name_taken`: the union has one of this name, perhaps a closed one. */
export async function addStation(db: Db, unionId: string, id: string, facts: StationFacts): Promise<StationAnswer> {
	const [row] = await db<[{ answer: StationAnswer }]>`
		select private.add_station(${id}, ${unionId}, ${facts.name}, ${facts.area}, ${facts.platform}) as answer`
	return row.answer
}
export async function changeStation(db: Db, id: string, facts: StationFacts): Promise<StationAnswer> {
	const [row] = await db<[{ answer: StationAnswer }]>`
		select private.change_station(${id}, ${facts.name}, ${facts.area}, ${facts.platform}) as answer`
	return row.answer
}
export async function closeStation(db: Db, id: string, closed: boolean): Promise<void> {
	await db`select private.close_station(${id}, ${closed})`
}
export async function nameLiaison(db: Db, stationId: string, userId: string): Promise<void> {
	await db`select private.name_liaison(${stationId}, ${userId})`
}
export async function endLiaison(db: Db, stationId: string, userId: string): Promise<void> {
	await db`select private.end_liaison(${stationId}, ${userId})`
}

/** Everybody who is liaison of the union, with their stations, and whoever is invited. Officers read both. */
export async function listLiaisons(db: Db, unionId: string) {
	const [liaisons, pending] = await Promise.all([
		db<(Liaison & { stations: string[] })[]>`
			select r.user_id, p.name, array(select s.name from app.station_liaisons l join app.stations s on s.id = l.station_id
				where l.user_id = r.user_id and s.union_organisation_id = r.organisation_id order by s.name) as stations
			from app.staff_roles r left join app.people p on p.user_id = r.user_id
			where r.organisation_id = ${unionId} and r.role = 'liaison'
				and r.organisation_id = any (array(select private.my_organisation_ids('officer'))) order by p.name, r.user_id limit 500`,
		db<Pending[]>`select id, email, roles, created_at, expires_at from app.staff_invitations
			where organisation_id = ${unionId} and roles = '{liaison}' and accepted_at is null and revoked_at is null and expires_at > now()
			order by created_at desc limit 50`,
	])
	return { liaisons: [...liaisons], pending: [...pending] }
}
