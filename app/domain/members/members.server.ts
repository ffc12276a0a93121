import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import { listPlatforms, listSectors, type Named } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { MEMBER_PAGE, MEMBER_STATES, type Before, type MemberFilter } from './member-list'
import type { MembershipState, TRANSFER_REASONS } from './membership-state'
import { UNION_COUNT_CAP } from './union.server'

export type ListedMember = {
	id: string
	name: string
	number: string
	state: MembershipState
	joinedAt: Date
	station: string | null
	area: string
	sector: string
}

/** A page of a union's members, for its officers. A phone number is asked for and never shown here. */
export async function listMembers(
	db: Db,
	language: Locale,
	unionId: string,
	{ state, query, station, sector, platform, area }: MemberFilter,
	before?: Before,
	max = MEMBER_PAGE,
) {
	const rows = await db<ListedMember[]>`
		select m.id, d.name, m.number, m.state, m.joined_at, s.name as station,
			(select ${named(db, language, 'a')} from app.areas a where a.code = m.area_code) as area,
			(select ${named(db, language, 'k')} from app.sectors k where k.code = m.sector_code) as sector
		from private.find_members(${unionId}, ${state}, ${query || null}, ${station}, ${sector}, ${platform}, ${area},
			${before?.at ?? null}, ${before?.id ?? null}, ${max + 1}) with ordinality f (id, n)
		join app.memberships m on m.id = f.id join app.member_details d on d.membership_id = m.id
		left join app.stations s on s.id = m.station_id order by f.n`
	const members = rows.slice(0, max)
	const last = rows.length > max ? members.at(-1) : undefined
	return { members, next: last ? [last.joinedAt.toISOString(), last.id] : null }
}

/** How many there are in each state, counted no further than the cap. */
export async function countMembers(db: Db, unionId: string): Promise<Record<MembershipState, number>> {
	const rows = await db<{ state: MembershipState; members: number }[]>`
		select state, members from private.count_members(${unionId}, ${UNION_COUNT_CAP + 1})`
	const counts = new Map(rows.map(({ state, members }) => [state, members]))
	return Object.fromEntries(MEMBER_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
		MembershipState,
		number
	>
}

export type MemberChoices = { stations: Named[]; sectors: Named[]; platforms: Named[]; areas: Named[] }

/** What a list can be narrowed down to: the union's stations, and the areas where it has members. */
export async function readChoices(db: Db, language: Locale, unionId: string): Promise<MemberChoices> {
	const [stations, sectors, platforms, areas] = await Promise.all([
		db<
			Named[]
		>`select id as code, name from app.stations where union_organisation_id = ${unionId} order by name limit 1000`,
		listSectors(db, language),
		listPlatforms(db, language),
		db<Named[]>`select a.code, ${named(db, language, 'a')} as name from app.areas a
			where a.code = any (array(select private.member_areas(${unionId}))) order by a.code`,
	])
	return { stations: [...stations], sectors, platforms, areas: [...areas] }
}

export type OpenTransfer = {
	id: string
	to: string
	reason: (typeof TRANSFER_REASONS)[number]
	askedBy: 'member' | 'officer'
	askedAt: string
}
export type Member = {
	id: string
	organisationId: string
	organisationName: string
	name: string
	number: string
	state: MembershipState
	joinedAt: Date
	confirmedAt: Date
	confirmBy: Date | null
	endedAt: Date | null
	areaCode: string
	area: string
	sectorCode: string
	sector: string
	platformCode: string | null
	platform: string | null
	workingForm: 'contract' | 'outsourced' | 'crowd' | 'own_account' | 'unsure' | null
	stationId: string | null
	station: string | null
	transfer: OpenTransfer | null
}

/** A membership without contact: an officer's view of it, and the member's own. Part of a statement that names it `m`. */
export const memberColumns = (db: Db, language: Locale) => db`
	m.id, m.union_organisation_id as organisation_id, ${named(db, language, 'u')} as organisation_name, d.name, m.number, m.state,
	m.joined_at, m.confirmed_at, m.confirm_by, m.ended_at, m.area_code, m.sector_code, m.platform_code, m.working_form, m.station_id,
	${named(db, language, 'a')} as area, ${named(db, language, 'k')} as sector,
	(select ${named(db, language, 'p')} from app.platforms p where p.code = m.platform_code) as platform,
	(select s.name from app.stations s where s.id = m.station_id) as station,
	(select jsonb_build_object('id', t.id, 'to', ${named(db, language, 'o')}, 'reason', t.reason, 'askedBy', t.asked_by, 'askedAt', t.asked_at)
		from app.membership_transfers t join app.organisations o on o.id = t.to_union_id
		where t.membership_id = m.id and t.state = 'asked') as transfer`
export const memberTables = (db: Db) => db`
	app.memberships m join app.member_details d on d.membership_id = m.id join app.organisations u on u.id = m.union_organisation_id
	join app.areas a on a.code = m.area_code join app.sectors k on k.code = m.sector_code`

/** One member of the union, for its officers; one of another union is not there. */
export async function getMember(db: Db, language: Locale, unionId: string, id: string): Promise<Member> {
	const [row] = await db<Member[]>`
		select ${memberColumns(db, language)} from ${memberTables(db)}
		where m.id = ${id} and m.union_organisation_id = ${unionId}
			and m.union_organisation_id = any (array(select private.my_organisation_ids('officer')))`
	if (!row) throw new AppError('notFound')
	return row
}

export type Contact = {
	phone: string
	email: string | null
	gender: 'female' | 'male' | null
	birthYear: number | null
	idLastFour: string | null
	/** Another member gave the same number. */ phoneShared: boolean
}

/** An act, which the member reads of: with asUser, never in a loader. */
export async function openMember(db: Db, id: string): Promise<Contact> {
	const [row] = await db<Contact[]>`
		select phone, email, gender, birth_year, id_last_four, phone_shared from private.open_member(${id})`
	if (!row) throw new AppError('notFound')
	return row
}
