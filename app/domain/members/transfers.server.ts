import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import { searchAreas } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { MEMBER_PAGE } from './member-list'
import type { TRANSFER_REASONS, TRANSFER_REFUSALS, TransferState } from './membership-state'
import { LONG_OPEN_DAYS, type TransferSide } from './transfer.schema'

export type Transfer = {
	id: string
	state: TransferState
	/** Asked of this union, not of another one. */ incoming: boolean
	other: string
	askedBy: 'member' | 'officer'
	reason: (typeof TRANSFER_REASONS)[number]
	refusal: (typeof TRANSFER_REFUSALS)[number] | null
	askedAt: Date
	decidedAt: Date | null
	longOpen: boolean
	/** Who it is: only while the person is a member of the union that looks. */
	membershipId: string | null
	name: string | null
	number: string | null
	area: string | null
	sector: string | null
	platform: string | null
	joinedAt: Date | null
}

const words = (db: Db, language: Locale) => db`
	f.id, f.state, f.incoming, ${named(db, language, 'o')} as other, f.asked_by, f.reason, f.refusal, f.asked_at, f.decided_at,
	f.state = 'asked' and f.asked_at < now() - make_interval(days => ${LONG_OPEN_DAYS}) as long_open, f.membership_id, f.name, f.number,
	(select ${named(db, language, 'a')} from app.areas a where a.code = f.area_code) as area,
	(select ${named(db, language, 'k')} from app.sectors k where k.code = f.sector_code) as sector,
	(select ${named(db, language, 'p')} from app.platforms p where p.code = f.platform_code) as platform, f.joined_at`

/** A page of one side of a union's transfers, for its officers: open ones the oldest first, decided ones the latest first. */
export async function listTransfers(db: Db, language: Locale, unionId: string, side: TransferSide, after: string[]) {
	const [at, id] = after
	const rows = await db<Transfer[]>`
		select ${words(db, language)}
		from private.list_transfers(${unionId}, ${side}, ${(id && at) || null}, ${id ?? null}, ${MEMBER_PAGE + 1}) with ordinality f
		join app.organisations o on o.id = f.other_union_id order by f.ordinality`
	const transfers = rows.slice(0, MEMBER_PAGE)
	const last = rows.length > MEMBER_PAGE ? transfers.at(-1) : undefined
	const moment = last && (side === 'past' ? last.decidedAt : last.askedAt)
	return { transfers, next: last && moment ? [moment.toISOString(), last.id] : null }
}

/** One that another union's member asks of this union, as much as may be known before it is accepted. */
export async function getIncoming(db: Db, language: Locale, unionId: string, id: string): Promise<Transfer> {
	const [row] = await db<Transfer[]>`
		select ${words(db, language)} from private.list_transfers(${unionId}, 'in', null, null, 1, ${id}) f
		join app.organisations o on o.id = f.other_union_id`
	if (!row) throw new AppError('notFound')
	return row
}

export type UnionChoice = { id: string; name: string; /** The place through which it was found. */ via: string | null }

/** The union that takes the people of a place; null where none does. */
export async function unionOfArea(db: Db, language: Locale, area: string): Promise<UnionChoice | null> {
	const [row] = await db<UnionChoice[]>`
		select o.id, ${named(db, language, 'o')} as name, ${named(db, language, 'a')} as via from app.areas a
		join app.organisations o on o.id = private.union_of_area(a.code) where a.code = ${area}`
	return row ?? null
}

/** Unions by a part of their name, or by a place whose people they take. Not the one that the member is in. */
export async function findUnions(db: Db, language: Locale, query: string, except: string): Promise<UnionChoice[]> {
	const places = await searchAreas(db, language, query, 8)
	const rows = await db<UnionChoice[]>`
		select distinct on (f.id) f.id, ${named(db, language, 'o')} as name, f.via from (
			select o.id, null as via, 0 as place from app.organisations o where o.kind = 'union' and o.active
				and (strpos(o.name_zh, ${query}) > 0 or strpos(lower(o.name_en), lower(${query})) > 0)
			union all
			select private.union_of_area(p.code), p.path, p.n::int from unnest(${places.map(({ code }) => code)}::text[],
				${places.map(({ path }) => path)}::text[]) with ordinality p (code, path, n)) f
		join app.organisations o on o.id = f.id and o.active where f.id <> ${except} order by f.id, f.place limit 12`
	return [...rows]
}

/** Before anything was searched for: the union of where the member lives now, when that is another one. */
export async function proposeUnions(
	db: Db,
	language: Locale,
	query: string,
	member: { areaCode: string; organisationId: string },
): Promise<UnionChoice[]> {
	if (query) return findUnions(db, language, query, member.organisationId)
	const near = await unionOfArea(db, language, member.areaCode)
	return near && near.id !== member.organisationId ? [near] : []
}

export type Asking = { id: string; membershipId: string; unionId: string; reason: (typeof TRANSFER_REASONS)[number] }

/** By an officer of the present union, or by the member (`own`). The same id twice is asked once. */
export async function askTransfer(db: Db, { id, membershipId, unionId, reason }: Asking, own = false): Promise<void> {
	const door = own ? db`private.ask_own_transfer` : db`private.ask_transfer`
	await db`select ${door}(${id}, ${membershipId}, ${unionId}, ${reason})`
}
export async function withdrawTransfer(db: Db, id: string, own = false): Promise<void> {
	await db`select ${own ? db`private.withdraw_own_transfer` : db`private.withdraw_transfer`}(${id})`
}
export async function acceptTransfer(db: Db, id: string): Promise<void> {
	await db`select private.accept_transfer(${id})`
}
export async function refuseTransfer(db: Db, id: string, refusal: (typeof TRANSFER_REFUSALS)[number]): Promise<void> {
	await db`select private.refuse_transfer(${id}, ${refusal})`
}
