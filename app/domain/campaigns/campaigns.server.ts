import { randomInt } from 'node:crypto'
import type { Listing } from '~/db/begin.server'
import type { Db } from '~/db/db.server'
import type { CAMPAIGN_KINDS } from '~/domain/members/membership-state'
import { AppError } from '~/lib/errors'
import type { NewCampaign } from './campaign.schema'

export const PAGE = 25
export type Campaign = {
	id: string
	code: string
	name: string
	kind: (typeof CAMPAIGN_KINDS)[number]
	station: string | null
	officer: string | null
	createdAt: Date
	stoppedAt: Date | null
	/** Sent through it, whatever became of them. */ applications: number
	approved: number
	/** For a decision of this union. */ waiting: number
}

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const newCode = () => Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/** Each of these campaigns with what came of it, as far as its own officers may count. */
const withFigures = (db: Db, campaigns: Listing<object>) => db`
	select c.id, c.code, c.name, c.kind, s.name as station, p.name as officer, c.created_at, c.stopped_at, came.*
	from (${campaigns}) c
	left join app.stations s on s.id = c.station_id
	left join app.people p on p.user_id = c.officer_id
	cross join lateral (select count(*)::int as applications, count(*) filter (where a.state = 'approved')::int as approved,
		count(*) filter (where a.state = 'submitted')::int as waiting from app.membership_applications a where a.campaign_id = c.id) came`

/** The newest first, with the key of the next page. */
export async function listCampaigns(db: Db, unionId: string, after: string[] = []) {
	const [at, id] = after
	const page = db<object[]>`
		select * from app.join_campaigns where union_organisation_id = ${unionId}
			${at && id ? db`and created_at <= ${at} and (created_at < ${at} or id > ${id}::uuid)` : db``}
		order by created_at desc, id limit ${PAGE + 1}`
	const rows = await db<Campaign[]>`${withFigures(db, page)} order by c.created_at desc, c.id`
	const campaigns = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? campaigns.at(-1) : undefined
	return { campaigns, next: last ? [last.createdAt.toISOString(), last.id] : null }
}

export async function findCampaign(db: Db, unionId: string, id: string): Promise<Campaign> {
	const one = db<object[]>`select * from app.join_campaigns where id = ${id} and union_organisation_id = ${unionId}`
	const [row] = await db<Campaign[]>`${withFigures(db, one)}`
	if (!row) throw new AppError('notFound')
	return row
}

/** The same form again is the same campaign, with the code that it has. */
export async function startCampaign(db: Db, unionId: string, campaign: NewCampaign): Promise<void> {
	const { campaignId, name, kind, station = null, officer } = campaign
	await db`select private.start_campaign(${campaignId}, ${newCode()}, ${unionId}, ${name}, ${kind}, ${station}, ${officer})`
}

/** Its code leads nowhere from now on. */
export async function stopCampaign(db: Db, id: string): Promise<void> {
	await db`select private.stop_campaign(${id})`
}

export type StationChoice = { id: string; name: string }
/** Stations that a campaign can hang at. */
export const listOpenStations = async (db: Db, unionId: string): Promise<StationChoice[]> => [
	...(await db<StationChoice[]>`
		select id, name from app.stations where union_organisation_id = ${unionId} and closed_at is null order by name limit 500`),
]
