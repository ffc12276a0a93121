import { randomBytes, randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { memberHash } from '~/lib/member-hash.server'
import { HOUR, chance, numbered, weighted, writeCases, type PastCase } from './write-past.server'

type MonthsDoors = { sql: postgres.Sql; organisations: Map<string, string>; memberSecret: string }

/** Three districts with a union each, and one with a handful of people, as life is. */
const PLACES = [
	['330105', 40],
	['330106', 31],
	['330108', 21],
	['330102', 8],
] as const
const UNION_OF: Record<string, string> = {
	'330105': 'gongshu_union',
	'330106': 'xihu_union',
	'330108': 'binjiang_union',
}
const TRADES = [
	['delivery', 50],
	['courier', 27],
	['ride_hailing', 23],
] as const
/** Those who join work in one more trade: few, so that it is often not shown by itself. */
const JOINING_TRADES = [...TRADES, ['freight', 13]] as const
const PLATFORMS: Record<string, readonly (readonly [string, number])[]> = {
	delivery: [
		['meituan', 6],
		['eleme', 4],
	],
	courier: [['zto', 1]],
	ride_hailing: [['didi', 1]],
	freight: [['huolala', 1]],
}
type Need = { need: string; by: string; urgency: string }
const NEEDS: readonly (readonly [Need, number])[] = [
	[{ need: 'labour.unpaid_wages', by: 'city_union', urgency: 'soon' }, 24],
	[{ need: 'labour.deductions', by: 'gongshu_union', urgency: 'normal' }, 16],
	[{ need: 'medical.hurt_on_order', by: 'social_work', urgency: 'today' }, 24],
	[{ need: 'transport.accident', by: 'road', urgency: 'soon' }, 20],
	[{ need: 'housing.short_stay', by: 'housing', urgency: 'soon' }, 16],
]
/** What cases came to. An organisation that says "helped" is not always right: some of these the worker disputes first. */
const ENDED = [
	[{ ending: 'confirmed', code: 'got_help' }, 56],
	[{ ending: 'confirmed', code: 'partly' }, 19],
	[{ ending: 'unanswered', code: 'got_help' }, 19],
	[{ ending: 'withdrawn', code: 'got_help' }, 10],
] as const
/** So many months that are over, the first of them only to have something to compare with. */
const MONTHS = 9

/** The first moments of those months in Beijing, the earliest first. */
function monthsBack(now: Date): Date[] {
	const beijing = new Date(now.getTime() + 8 * HOUR)
	return Array.from(
		{ length: MONTHS },
		(_, index) => new Date(Date.UTC(beijing.getUTCFullYear(), beijing.getUTCMonth() - MONTHS + index, 1) - 8 * HOUR),
	)
}

/** Many as the desk opens, fewer over the holidays at the beginning of a year, and then more each month. */
const manyIn = (most: number, index: number, month: Date) => {
	const quiet = new Date(month.getTime() + 9 * HOUR).getUTCMonth() === 1 && index > 0 ? 0.75 : 1
	const grown = index === 0 ? 0.85 : 0.7 + (0.3 * index) / MONTHS
	return Math.round(most * (grown + 0.12 * chance('many', most, index)) * quiet)
}
/** Into the month; in the first one early, so that much of it ends there too. */
const dayIn = (first: boolean, luck: number) => (1 + luck * (first ? 9 : 27) * 24) * HOUR

/**
 * Nine months of people who came, were helped, joined and left: what the published figures of the demo are made of. Nobody of
 * them comes back, and none of the cases is open. Once; a load that was cut short leaves nothing of it.
 */
export async function loadMonths({ sql, organisations, memberSecret }: MonthsDoors, now = new Date()): Promise<void> {
	await sql.begin(async (db) => {
		const [done] = await db`select 1 from app.requests where reference = ${numbered('T-YEAR', 0)}`
		if (done) return
		const months = monthsBack(now)
		let n = 0
		const cases = months.flatMap((month, index) =>
			Array.from({ length: manyIn(200, index, month) }, () => pastCase(month, index === 0, n++, organisations, now)),
		)
		await writeCases(db, cases)
		let m = 0
		const joining = months.flatMap((month, index) =>
			Array.from({ length: manyIn(84, index, month) }, () =>
				pastApplication(month, index === 0, m++, organisations, now),
			),
		)
		await writeJoining(db, joining, memberSecret)
		// else they would be told at the next full hour's turn
		await db`select private.enqueue('publish_figures', '{}', 'publish_figures')`
	})
}

/** What would only happen in days to come has just happened. */
function pastCase(month: Date, first: boolean, n: number, organisations: Map<string, string>, now: Date): PastCase {
	const luck = (what: string) => chance('case', n, what)
	const filed = month.getTime() + dayIn(first, luck('day'))
	const at = (hours: number) => new Date(Math.min(filed + hours * HOUR, now.getTime()))
	const sector = weighted(TRADES, luck('trade'))
	const { need, by, urgency } = weighted(NEEDS, luck('need'))
	const { ending, code } = weighted<(typeof ENDED)[number][0]>(ENDED, luck('ending'))
	const nobody = ending === 'withdrawn'
	const [accepted, replied] = [1 + luck('accept') ** 2 * 60, 0.5 + luck('reply') ** 2 * 30]
	const proposed = Math.max(accepted, replied) + 72 + luck('work') ** 2 * 400
	const disputed = code === 'got_help' && !nobody && luck('disputed') < 0.14
	const confirmed = ending === 'confirmed'
	return {
		...{ need, urgency, sector, area: weighted(PLACES, luck('place')), phone: null },
		platform: weighted(PLATFORMS[sector]!, luck('platform')),
		reference: numbered('T-YEAR', n),
		holder: nobody ? null : organisations.get(by)!,
		...{ filed: at(0), accepted: at(accepted), replied: at(replied), proposed: at(proposed) },
		disputed: disputed ? at(proposed + 30) : null,
		closed: nobody ? at(20 + luck('gone') * 90) : at(proposed + (disputed ? 140 : 0) + 8 + luck('answer') * 90),
		ending,
		outcome: {
			code,
			...(confirmed && need.startsWith('labour') ? { moneyFen: 100 * Math.round(600 + luck('money') * 5400) } : {}),
			...(confirmed && need.startsWith('housing') ? { nights: 1 + Math.floor(luck('nights') * 12) } : {}),
			...(confirmed && luck('rates') < 0.6
				? { rating: Math.max(1, Math.min(5, Math.round((code === 'got_help' ? 4.6 : 3.2) + luck('mark') * 1.6 - 0.8))) }
				: {}),
		},
	}
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜']
const GIVEN = [...'建国志强海波晓燕春梅永军丽华文斌秀英立新红霞德胜玉兰小龙']

function pastApplication(month: Date, first: boolean, n: number, organisations: Map<string, string>, now: Date) {
	const luck = (what: string) => chance('joins', n, what)
	const pick = (from: string[], what: string) => from[Math.floor(luck(what) * from.length)]!
	const sent = month.getTime() + dayIn(first, luck('day'))
	const decided = Math.min(sent + (6 + luck('wait') ** 2 * 12 * 24) * HOUR, now.getTime())
	const leaves = decided + (20 + luck('stays') * 700) * 24 * HOUR // riders move on: half within a year
	const area = weighted(PLACES, luck('place'))
	const sector = weighted(JOINING_TRADES, luck('trade'))
	return {
		...{ application: randomUUID(), membership: randomUUID(), reference: numbered('M-YEAR', n) },
		...{ area, sector, union: organisations.get(UNION_OF[area] ?? 'city_union')! },
		platform: weighted(PLATFORMS[sector]!, luck('platform')),
		name: pick(SURNAMES, 'surname') + pick(GIVEN, 'first') + pick(GIVEN, 'second'),
		phone: `1380003${String(n).padStart(4, '0')}`,
		through: luck('campaign'),
		...{ sent: new Date(sent), decided: new Date(decided) },
		approved: luck('approved') < 0.88,
		left: leaves < now.getTime() - 24 * HOUR ? new Date(leaves) : null,
		lapsed: luck('how') < 0.4,
	}
}
type PastApplication = ReturnType<typeof pastApplication>

async function writeJoining(db: postgres.TransactionSql, all: PastApplication[], memberSecret: string) {
	const insert = (table: string, rows: Record<string, unknown>[]) => db`insert into app.${db(table)} ${db(rows)}`
	const work = (one: PastApplication) => ({
		...{ union_organisation_id: one.union, area_code: one.area, sector_code: one.sector },
		...{ platform_code: one.platform, working_form: 'crowd' },
	})
	const campaigns = await db<{ id: string; union: string; since: Date }[]>`
		select id, union_organisation_id as union, created_at as since from app.join_campaigns where stopped_at is null order by code`
	/** Two of three come by a poster or a meeting, where there was one by then. */
	const campaignOf = ({ union, sent, through }: PastApplication) => {
		const open = campaigns.filter((one) => one.union === union && one.since < sent)
		return open[Math.floor(through * 1.5 * open.length)]?.id ?? null
	}
	const hashes = new Map(all.map(({ phone }) => [phone, memberHash(memberSecret, 'phone', phone)]))
	await insert(
		'membership_applications',
		all.map((one) => ({
			...{ ...work(one), id: one.application, reference: one.reference, code_hash: randomBytes(32) },
			campaign_id: campaignOf(one),
			...{ state: one.approved ? 'approved' : 'rejected', reason_code: one.approved ? null : 'not_this_trade' },
			...{ way: 'pool', pool_basis: 'residence', entered_as: 'self', consent_version: '2026-11' },
			...{ first_submitted_at: one.sent, submitted_at: one.sent, decided_at: one.decided },
		})),
	)
	await insert(
		'applicants',
		all.map(({ application, name, phone }) => ({
			...{ application_id: application, name, phone, phone_hash: hashes.get(phone)!, language: 'zh-CN' },
		})),
	)
	await insert(
		'application_events',
		all.flatMap(({ application, approved, sent, decided }) => [
			{ application_id: application, seq: 1, at: sent, actor: 'applicant', kind: 'submitted' },
			{ application_id: application, seq: 2, at: decided, actor: 'staff', kind: approved ? 'approved' : 'rejected' },
		]),
	)
	const members = all.filter(({ approved }) => approved)
	await insert(
		'memberships',
		members.map((one) => ({
			...{ ...work(one), id: one.membership, application_id: one.application, phone_hash: hashes.get(one.phone)! },
			campaign_id: campaignOf(one),
			...{ state: one.left === null ? 'active' : one.lapsed ? 'lapsed' : 'left', ended_at: one.left },
			...{ joined_at: one.decided, confirmed_at: one.decided },
		})),
	)
	await insert(
		'member_details',
		members.map(({ membership, name, phone }) => ({ membership_id: membership, name, phone })),
	)
	await insert(
		'membership_events',
		members.flatMap(({ membership, decided, left, lapsed }) => [
			{ membership_id: membership, seq: 1, at: decided, actor: 'staff', kind: 'joined' },
			...(left
				? [
						{
							membership_id: membership,
							seq: 2,
							at: left,
							actor: lapsed ? 'service' : 'member',
							kind: lapsed ? 'lapsed' : 'left',
						},
					]
				: []),
		]),
	)
}
