import type { Db } from '~/db/begin.server'
import type { Figures, RawCount } from './gather'
import { monthAfter } from './look-up'
import { prepareCounts, type HiddenByMeasure, type PublishedCell } from './prepare-counts.server'
import { prepareQuantities } from './prepare-quantities.server'
import { readAreaTree, readCodes, readFigures } from './read-figures.server'
import { revisedCounts } from './revise'
import { STOCK_AND_FLOWS, type MonthOfMembers } from './stocks.server'
import { treesOf, type Trees } from './trees'

export type Note = { zh: string; en: string }
/** What was published of a month before, as it was counted. Nobody but the next publication reads it. */
type Snapshot = { counts: RawCount[]; hidden: HiddenByMeasure }
export type Month = Figures & {
	month: string
	trees: Trees
	before: Snapshot | null
	around: MonthOfMembers[]
}
export type Prepared = Snapshot & { cells: PublishedCell[] }

/** First days of the months that are over and not published, the oldest first. As the service. */
export async function listMonthsToPublish(db: Db): Promise<string[]> {
	const rows = await db<{ month: string }[]>`select m::text as month from private.months_to_publish() as m`
	return rows.map(({ month }) => month)
}

/** Everything that one month is made of. As the service. */
export async function readMonth(db: Db, month: string): Promise<Month> {
	const areas = await readAreaTree(db)
	const [figures, codes, [before], around] = await Promise.all([
		readFigures(db, month, month, areas),
		readCodes(db),
		db<Snapshot[]>`select counts, hidden from private.last_snapshot(${month})`,
		db<
			MonthOfMembers[]
		>`select month::text, counts, hidden from private.snapshots_around(${month}, ${[...STOCK_AND_FLOWS]})`,
	])
	return {
		...figures,
		month,
		trees: treesOf(areas, codes),
		before: before ?? null,
		around: [...around],
	}
}

/** The month as it may be seen by anybody. Takes seconds: not inside a transaction. */
export async function prepareMonth({ month, counts, quantities, trees, before, around }: Month): Promise<Prepared> {
	const settled = before ? revisedCounts(before.counts, counts) : counts
	const { cells, hidden } = await prepareCounts(month, settled, trees, around, before?.hidden)
	const joinedThen = around.find((one) => one.month === monthAfter(month, -12))?.hidden.approvals ?? []
	return {
		counts: settled,
		hidden,
		cells: [...cells, ...(await prepareQuantities(quantities, cells, trees, joinedThen))],
	}
}

/** Returns the revision, 1 for the first. WRONG when the month is not over, or stands already and no note says why again. */
export async function publishMonth(
	db: Db,
	month: string,
	{ cells, counts, hidden }: Prepared,
	note: Note | null,
): Promise<number> {
	const [row] = await db<
		[{ revision: number }]
	>`select private.publish_month(${month}, ${db.json(cells)}, ${db.json(counts)},
		${db.json(hidden)}, ${note?.zh ?? null}, ${note?.en ?? null}) as revision`
	return row.revision
}

/** A month that an administrator asked to be told again, and that waits. */
export type Waiting = { id: string; month: string }

/** The oldest first. As the service. */
export const listWaiting = async (db: Db): Promise<Waiting[]> => [
	...(await db<Waiting[]>`select id, month::text from private.republications_waiting()`),
]

/** With the notes that were written when it was asked for; done once, it answers the revision that it became. */
export async function publishAgain(db: Db, id: string, { cells, counts, hidden }: Prepared): Promise<number> {
	const [row] = await db<[{ revision: number }]>`
		select private.publish_again(${id}, ${db.json(cells)}, ${db.json(counts)}, ${db.json(hidden)}) as revision`
	return row.revision
}

/** Said on the page of whoever asked; it is tried again. */
export const noteFailure = (db: Db, id: string) => db`select private.republication_failed(${id})`
