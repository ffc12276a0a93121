import { randomBytes, randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { memberHash } from '~/lib/member-hash.server'
import { readUnions, type DemoApplication, type DemoMember, type DemoUnions } from './union-data.server'
import { applicationEvents, membershipEvents, throughCampaigns, type Happened } from './union-history'

export type UnionDoors = {
	sql: postgres.Sql
	/** Organisation by key. */ organisations: Map<string, string>
	/** Account by key. */ people: Map<string, string>
	/** Keys the hashes by which somebody is found twice, as the web process has it. */ memberSecret: string
}
type Noun = 'employer' | 'station' | 'campaign' | 'application' | 'member' | 'drive'
type Load = UnionDoors & {
	data: DemoUnions
	/** One id for each thing of the file. */ idOf: (noun: Noun, key: string) => string
	/** The same, or null where there is none. */ maybe: (noun: Noun, key: string | null) => string | null
	insert: (table: string, rows: Record<string, unknown>[]) => Promise<unknown>
}

/** One moment for all, so that what happened together stands together. */
const now = Date.now()
/** How many days ago as a moment; null stays null. */
const moment = (daysAgo: number | null) => (daysAgo === null ? null : new Date(now - daysAgo * 86_400_000))

/** Everything of the demo's unions, in one transaction: a load that was cut short leaves nothing, and one that was done is left alone. */
export async function loadUnions(doors: UnionDoors): Promise<void> {
	const data = readUnions()
	const ids = new Map<string, string>()
	await doors.sql.begin(async (db) => {
		const [done] = await db`select 1 from app.union_pools limit 1`
		if (done) return
		const idOf = (noun: Noun, key: string) => {
			const id = ids.get(`${noun} ${key}`) ?? randomUUID()
			ids.set(`${noun} ${key}`, id)
			return id
		}
		const load: Load = {
			...doors,
			data,
			idOf,
			maybe: (noun, key) => (key === null ? null : idOf(noun, key)),
			insert: (table, rows) => db`insert into app.${db(table)} ${db(rows)}`,
		}
		await loadPlaces(load)
		await loadApplications(load)
		await loadMembers(load)
		await loadMoves(load)
	})
}

async function loadPlaces({ data, organisations, people, idOf, maybe, insert }: Load) {
	const unionOf = (key: string) => organisations.get(key)!
	await insert(
		'union_pools',
		Object.entries(data.pools).map(([area, union]) => ({ area_code: area, union_organisation_id: unionOf(union) })),
	)
	await insert(
		'employers',
		data.employers.map(({ key, zh, en, area, union }) => ({
			id: idOf('employer', key),
			name_zh: zh,
			name_en: en,
			area_code: area,
			union_organisation_id: unionOf(union),
		})),
	)
	await insert(
		'stations',
		data.stations.map(({ key, name, area, platform, union, closedDaysAgo }) => ({
			id: idOf('station', key),
			name,
			area_code: area,
			platform_code: platform,
			union_organisation_id: unionOf(union),
			closed_at: moment(closedDaysAgo),
		})),
	)
	await insert(
		'station_liaisons',
		data.stations
			.filter(({ liaison }) => liaison !== null)
			.map(({ key, liaison }) => ({ station_id: idOf('station', key), user_id: people.get(liaison ?? '')! })),
	)
	await insert(
		'join_campaigns',
		data.campaigns.map(({ key, code, union, name, kind, station, officer, daysAgo, stoppedDaysAgo }) => ({
			id: idOf('campaign', key),
			code,
			name,
			kind,
			union_organisation_id: unionOf(union),
			station_id: maybe('station', station),
			officer_id: people.get(officer)!,
			created_at: moment(daysAgo),
			stopped_at: moment(stoppedDaysAgo),
		})),
	)
}

const workingOf = ({ organisations, maybe }: Load, one: DemoMember | DemoApplication) => ({
	union_organisation_id: organisations.get(one.union)!,
	area_code: one.area,
	sector_code: one.sector,
	platform_code: one.platform,
	working_form: one.form,
	station_id: maybe('station', one.station),
	campaign_id: maybe('campaign', one.campaign),
})
const eventsOf = (noun: 'application' | 'membership', id: string, events: Happened[]) =>
	events.map(({ kind, daysAgo, actor, codes = {} }, index) => ({
		[`${noun}_id`]: id,
		seq: index + 1,
		at: moment(daysAgo),
		actor,
		kind,
		codes,
	}))

async function loadApplications(load: Load) {
	const { data, people, memberSecret, idOf, maybe, insert } = load
	const all = [...data.applications, ...throughCampaigns(data.members)]
	const someone = (key: string | null) => (key === null ? null : people.get(key)!)
	const day = (hours: number | null) => (hours === null ? null : hours / 24)
	await insert(
		'membership_applications',
		all.map((one) => ({
			...workingOf(load, one),
			id: idOf('application', one.key),
			reference: one.reference,
			code_hash: randomBytes(32), // nobody holds a code of theirs
			state: one.state,
			way: one.way,
			pool_basis: one.basis,
			employer_id: maybe('employer', one.employer),
			entered_as: one.enteredAs,
			entered_by: someone(one.enteredBy),
			consent_version: '2026-11',
			first_submitted_at: moment(day(one.hoursAgo)),
			submitted_at: moment(day(one.hoursAgo)),
			decided_at: moment(day(one.decidedHoursAgo)),
			decided_by: someone(one.decidedBy),
			reason_code: one.reason,
			reason_note: one.note,
		})),
	)
	const kept = all.filter(({ state }) => state !== 'withdrawn') // of whoever thought better of it nothing is kept
	await insert(
		'applicants',
		kept.map(({ key, name, phone, email }) => ({
			...{ name, phone, email },
			application_id: idOf('application', key),
			phone_hash: memberHash(memberSecret, 'phone', phone),
			language: 'zh-CN',
		})),
	)
	await insert(
		'application_events',
		all.flatMap((one) => eventsOf('application', idOf('application', one.key), applicationEvents(one))),
	)
}

async function loadMembers(load: Load) {
	const { data, organisations, people, memberSecret, idOf, insert } = load
	const due = new Map(
		data.drives.flatMap(({ answerByDays, asks }) =>
			asks.filter(({ answer }) => answer === null).map(({ member }) => [member, moment(-answerByDays)] as const),
		),
	)
	await insert(
		'memberships',
		data.members.map((one) => {
			const { key, account, application, campaign, state, joinedDaysAgo, confirmedDaysAgo, endedDaysAgo, phone } = one
			const applied = application ?? (campaign === null ? null : `of ${key}`)
			return {
				...workingOf(load, one),
				id: idOf('member', key),
				user_id: account === null ? null : people.get(account)!,
				application_id: load.maybe('application', applied),
				state,
				joined_at: moment(joinedDaysAgo),
				confirmed_at: moment(confirmedDaysAgo),
				confirm_by: state === 'due' ? (due.get(key) ?? moment(-14)) : null,
				ended_at: moment(endedDaysAgo),
				phone_hash: memberHash(memberSecret, 'phone', phone),
			}
		}),
	)
	await insert(
		'member_details',
		data.members.map(({ key, name, phone, email }) => ({
			...{ name, phone, email },
			membership_id: idOf('member', key),
		})),
	)
	await insert(
		'membership_events',
		data.members.flatMap((one) =>
			eventsOf(
				'membership',
				idOf('member', one.key),
				membershipEvents(one, data, (key) => organisations.get(key)!),
			),
		),
	)
}

/** Transfers, and the drives that ask whether what is known is still right. */
async function loadMoves({ data, organisations, people, idOf, insert }: Load) {
	await insert(
		'membership_transfers',
		data.transfers.map(({ member, from, to, askedBy, reason, daysAgo, state, decidedDaysAgo }) => ({
			id: randomUUID(),
			membership_id: idOf('member', member),
			from_union_id: organisations.get(from)!,
			to_union_id: organisations.get(to)!,
			asked_by: askedBy,
			asked_at: moment(daysAgo),
			decided_at: moment(decidedDaysAgo),
			...{ reason, state },
		})),
	)
	await insert(
		'confirmation_drives',
		data.drives.map((one) => ({
			...{ id: idOf('drive', one.key), name: one.name, asked: one.asks.length },
			union_organisation_id: organisations.get(one.union)!,
			not_confirmed_since: moment(one.notConfirmedSinceDaysAgo),
			answer_by: moment(-one.answerByDays),
			state: one.closedDaysAgo === null ? 'open' : 'closed',
			created_by: people.get(one.officer)!,
			created_at: moment(one.createdDaysAgo),
			closed_at: moment(one.closedDaysAgo),
		})),
	)
	await insert(
		'drive_asks',
		data.drives.flatMap(({ key, officer, createdDaysAgo, asks }) =>
			asks.map(({ member, channel, answer, through, answeredDaysAgo, lapsedDaysAgo }) => ({
				...{ drive_id: idOf('drive', key), membership_id: idOf('member', member), channel, answer },
				asked_at: moment(createdDaysAgo),
				answered_at: moment(answeredDaysAgo),
				answered_through: through,
				answered_by: answer === null ? null : people.get(officer)!,
				lapsed_at: moment(lapsedDaysAgo),
			})),
		),
	)
}
