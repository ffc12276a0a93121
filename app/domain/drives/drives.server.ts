import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { progressOf, type Channel, type DriveFacts, type DriveLine, type ProgressRow } from './drive-view'
import type { Drive } from './drive.schema'

const PAGE = 25

/** The drives of a union, the newest first, with the key of the next page. */
export async function listDrives(db: Db, organisationId: string, after: string[]) {
	const [at, id] = after
	const rows = await db<DriveLine[]>`
		select id, name, state, asked, created_at, answer_by, state = 'open' and answer_by < now() as ending from app.confirmation_drives
		where union_organisation_id = ${organisationId} ${id ? db`and (created_at, id) < (${at ?? ''}, ${id}::uuid)` : db``}
		order by created_at desc, id desc limit ${PAGE + 1}`
	const drives = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? drives.at(-1) : undefined
	return { drives, next: last ? [last.createdAt.toISOString(), last.id] : null }
}

/** One drive with its figures; not there for anybody but the officers of its union. */
export async function readDrive(db: Db, language: Locale, organisationId: string, driveId: string) {
	const [drive] = await db<DriveFacts[]>`
		select d.id, d.name, d.state, d.asked, d.created_at, d.answer_by, d.state = 'open' and d.answer_by < now() as ending,
			d.union_organisation_id as organisation_id, d.not_confirmed_since, d.closed_at, d.reminded_at,
			${named(db, language, 'a')} as area, ${named(db, language, 's')} as sector, ${named(db, language, 'p')} as platform, t.name as station
		from app.confirmation_drives d left join app.areas a on a.code = d.area_code left join app.sectors s on s.code = d.sector_code
		left join app.platforms p on p.code = d.platform_code left join app.stations t on t.id = d.station_id
		where d.id = ${driveId} and d.union_organisation_id = ${organisationId}`
	if (!drive) throw new AppError('notFound')
	const rows = await db<ProgressRow[]>`select * from private.drive_progress(${driveId})`
	return { drive, progress: progressOf(rows) }
}

const whom = (db: Db, { since, area, sector, platform, station }: Drive) =>
	db`${since}::date, ${area ?? null}, ${sector ?? null}, ${platform ?? null}, ${station ?? null}::uuid`

/** How many members would be asked, by channel. */
export async function previewDrive(db: Db, organisationId: string, drive: Drive): Promise<Record<Channel, number>> {
	const rows = await db<{ channel: Channel; members: number }[]>`
		select * from private.preview_drive(${organisationId}, ${whom(db, drive)})`
	return { email: 0, phone: 0, station: 0, ...Object.fromEntries(rows.map((row) => [row.channel, row.members])) }
}

/** Asks all of them. Answers how many; the same drive again changes nothing. `invalid` when there is nobody to ask. */
export async function startDrive(db: Db, organisationId: string, drive: Drive): Promise<number> {
	const [row] = await db<{ asked: number }[]>`
		select private.start_drive(${drive.driveId}, ${organisationId}, ${drive.name}, ${whom(db, drive)}, ${drive.answerBy}::date) as asked`
	return row!.asked
}

/** A second letter to those who have not answered; once a drive. Answers how many. */
export async function remindDrive(db: Db, driveId: string): Promise<number> {
	const [row] = await db<{ letters: number }[]>`select private.remind_drive(${driveId}) as letters`
	return row!.letters
}

/** Ends it before its time; whoever has not answered lapses, by a job. */
export async function closeDrive(db: Db, driveId: string): Promise<void> {
	await db`select private.close_drive(${driveId})`
}

/** The clock's part. Answers how many members it moved; 0 when no drive is over any more. */
export async function closeDueDrives(db: Db): Promise<number> {
	const [row] = await db<{ moved: number }[]>`select private.close_due_drives() as moved`
	return row!.moved
}
