import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { AskFacts, AskLine, AskView, SaidLine } from './drive-view'

const PAGE = 25
/** As many as somebody prints and calls in a day. */
export const CALLS = 300

const lines = (db: Db) => db`
	q.id, q.membership_id, q.channel, q.standing, m.number, k.name, k.phone, s.name as station
	from app.drive_asks q join app.memberships m on m.id = q.membership_id join app.member_details k on k.membership_id = m.id
	left join app.stations s on s.id = m.station_id`

/** Which rows a view is about: each is the beginning of the list's index. */
const rowsOf = (db: Db, view: Exclude<AskView, 'said'>) => {
	switch (view) {
		case 'wrong':
			return db`q.standing = 'wrong_contact'`
		case 'lapsed':
			return db`q.standing = 'lapsed'`
		default:
			return db`q.standing = 'waiting' and q.channel = ${view}`
	}
}

/** One list of a drive by channel, with the key of the next page. */
export async function listAsks(db: Db, driveId: string, view: Exclude<AskView, 'said'>, after: string[], page = PAGE) {
	const [channel, id] = after
	const rows = await db<AskLine[]>`select ${lines(db)} where q.drive_id = ${driveId} and ${rowsOf(db, view)}
		${id ? db`and (q.channel, q.id) > (${channel ?? ''}, ${id}::uuid)` : db``}
		order by q.channel, q.id limit ${page + 1}`
	const asks = rows.slice(0, page)
	const last = rows.length > page ? asks.at(-1) : undefined
	return { asks, next: last ? [last.channel, last.id] : null }
}

/** Whom to call, for paper. */
export const listCalls = (db: Db, driveId: string, view: 'phone' | 'station', after: string[]) =>
	listAsks(db, driveId, view, after, CALLS)

/** What members said and what did not fit by itself, the oldest first. */
export async function listSaid(db: Db, driveId: string, after: string[]) {
	const [at, id] = after
	const rows = await db<SaidLine[]>`
		select c.phone as said_phone, c.place, c.station as said_station, c.said_at, a.*
		from app.drive_changes c cross join lateral (select ${lines(db)} where q.id = c.drive_ask_id) a
		where c.drive_id = ${driveId} ${id ? db`and (c.said_at, c.drive_ask_id) > (${at ?? ''}, ${id}::uuid)` : db``}
		order by c.said_at, c.drive_ask_id limit ${PAGE + 1}`
	const said = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? said.at(-1) : undefined
	return { said, next: last ? [last.saidAt.toISOString(), last.id] : null }
}

/** One question with the member it is about, for writing down an answer. */
export async function readAsk(db: Db, language: Locale, driveId: string, askId: string): Promise<AskFacts> {
	const [row] = await db<AskFacts[]>`
		select a.*, ${named(db, language, 'p')} as area, ${named(db, language, 't')} as sector, ${named(db, language, 'f')} as platform,
			q.answered_at, q.answered_through as through, w.name as answered_by, m.state as member_state, c.phone as said_phone, c.place, c.station as said_station, c.said_at
		from app.drive_asks q join app.memberships m on m.id = q.membership_id
		cross join lateral (select ${lines(db)} where q.id = ${askId}) a
		join app.areas p on p.code = m.area_code join app.sectors t on t.code = m.sector_code
		left join app.platforms f on f.code = m.platform_code left join app.drive_changes c on c.drive_ask_id = q.id
		left join app.people w on w.user_id = q.answered_by
		where q.id = ${askId} and q.drive_id = ${driveId}`
	if (!row) throw new AppError('notFound')
	return row
}

/** How many words wait to be looked at. */
export async function countSaid(db: Db, driveId: string): Promise<number> {
	const [row] = await db<{ said: number }[]>`
		select count(*)::int as said from (select from app.drive_changes where drive_id = ${driveId} limit 1000) x`
	return row!.said
}
