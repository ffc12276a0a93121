import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { measureMonth, monthsToMeasure } from '~/domain/fairness/fairness.server'

type PastDoors = { sql: postgres.Sql; organisations: Map<string, string>; memberSecret: string }

/** Kinds of cases that come again and again, with who takes them; so many of members and of others in each month. */
const KINDS = [
	{
		need: 'labour.unpaid_wages',
		area: '330105',
		sector: 'delivery',
		urgency: 'soon',
		by: 'city_union',
		members: 8,
		others: 13,
	},
	{
		need: 'transport.accident',
		area: '330108',
		sector: 'ride_hailing',
		urgency: 'soon',
		by: 'road',
		members: 6,
		others: 9,
	},
	{
		need: 'medical.hurt_on_order',
		area: '330106',
		sector: 'delivery',
		urgency: 'today',
		by: 'social_work',
		members: 7,
		others: 11,
	},
] as const
type Kind = (typeof KINDS)[number]

/** From 0 to 1, the same for the same words, so that the demo's past is the same each time. */
const chance = (...words: (string | number)[]) =>
	createHash('sha256').update(words.join(' ')).digest().readUInt32BE() / 2 ** 32
const HOUR = 3_600_000
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const referenceOf = (n: number) =>
	`T-PAST${[32768, 1024, 32, 1].map((place) => SIGNS[Math.floor(n / place) % 32]).join('')}`

/** A case as it went: answered, accepted, ended. Nobody is quicker for members than for others; chance does the rest. */
function pastCase(month: string, kind: Kind, n: number, phone: string, number: number) {
	const luck = (what: string) => chance(month, kind.need, n, what)
	const filed = new Date(`${month}T01:00:00Z`).getTime() + luck('day') * 26 * 24 * HOUR
	const at = (hours: number) => new Date(filed + hours * HOUR)
	const [replied, accepted] = [1 + luck('reply') * 14, 2 + luck('accept') * 20].sort((a, b) => b - a) as [
		number,
		number,
	]
	const helped = luck('helped') < 0.7
	return {
		...{ kind, phone, helped, reference: referenceOf(number) },
		...{ request: randomUUID(), case: randomUUID(), referral: randomUUID() },
		...{
			filed: at(0),
			accepted: at(accepted),
			replied: at(replied),
			proposed: at(200 + luck('work') * 100),
			closed: at(340),
		},
	}
}
type PastCase = ReturnType<typeof pastCase>

/**
 * Three months of cases that were closed long ago: nobody opens them any more, and the monthly comparison of members and others
 * is worked out from them as from any. Without them a demo of a week would have nothing to compare.
 */
export async function loadPast({ sql, organisations, memberSecret }: PastDoors): Promise<void> {
	const months = await sql.begin((db) => monthsToMeasure(db))
	const [done] = await sql`select 1 from app.requests where reference = ${referenceOf(0)}`
	if (!done) {
		const members = await sql<
			{ phone: string }[]
		>`select d.phone from app.memberships m join app.member_details d on d.membership_id = m.id
			where m.joined_at < ${months[0]!} and m.ended_at is null order by d.phone`
		const cases = months.flatMap((month, m) =>
			KINDS.flatMap((kind, k) =>
				Array.from({ length: kind.members + kind.others }, (_, n) => {
					const number = (m * KINDS.length + k) * 40 + n
					const other = `1380002${String(number).padStart(4, '0')}`
					const member = members[(m * 7 + k * 5 + n) % members.length]!.phone
					return pastCase(month, kind, n, n < kind.members ? member : other, number)
				}),
			),
		)
		await sql.begin((db) => writeCases(db, cases, organisations))
	}
	for (const month of months) await sql.begin((db) => measureMonth(db, month, memberSecret))
}

async function writeCases(db: postgres.TransactionSql, cases: PastCase[], organisations: Map<string, string>) {
	const insert = (table: string, rows: Record<string, unknown>[]) => db`insert into app.${db(table)} ${db(rows)}`
	const holder = ({ by }: Kind) => organisations.get(by)!
	const about = ({ area, sector }: Kind) => ({ area_code: area, sector_code: sector, platform_code: null })
	await insert(
		'requests',
		cases.map(({ request, reference, kind, filed }) => ({
			...{ id: request, draft_id: randomUUID(), reference, receipt_hash: randomBytes(32), language: 'zh-CN' },
			...{ ...about(kind), working_form: 'crowd', consent_mode: 'any_of_these', created_at: filed },
		})),
	)
	await insert(
		'request_contacts',
		cases.map(({ request, phone }) => ({ request_id: request, phone, reach_by: ['phone'] })),
	)
	await insert(
		'cases',
		cases.map(({ case: id, request, kind, filed, closed, helped }) => ({
			...{
				id,
				request_id: request,
				category_code: kind.need,
				...about(kind),
				language: 'zh-CN',
				urgency: kind.urgency,
			},
			...{ state: 'closed', close_reason: helped ? 'confirmed' : 'unanswered', closed_at: closed },
			...{ holder_organisation_id: holder(kind), created_at: filed },
		})),
	)
	await insert(
		'referrals',
		cases.map(({ referral, case: id, kind, filed, closed, helped }) => ({
			...{ id: referral, case_id: id, organisation_id: holder(kind), state: helped ? 'confirmed' : 'unanswered' },
			...{ offered_at: filed, respond_by: new Date(filed.getTime() + 36 * HOUR), ended_at: closed },
		})),
	)
	await insert(
		'outcomes',
		cases.map(({ case: id, referral, kind, proposed, closed, helped }) => ({
			...{
				id: randomUUID(),
				case_id: id,
				referral_id: referral,
				organisation_id: holder(kind),
				code: 'got_help',
				note: '已办结。',
			},
			...{ proposed_at: proposed, answer: helped ? 'confirmed' : 'unanswered', answered_at: closed },
		})),
	)
	const steps = ({ case: id, kind, filed, accepted, replied, proposed, closed, helped }: PastCase) =>
		[
			['filed', 'worker', filed],
			['accepted', 'staff', accepted],
			['staff_wrote', 'staff', replied],
			['outcome_proposed', 'staff', proposed],
			[helped ? 'confirmed' : 'unanswered', helped ? 'worker' : 'service', closed],
		].map(([what, actor, at], n) => ({
			...{ case_id: id, seq: n + 1, at, actor, kind: what, previous_hash: '', hash: '' },
			codes: n === 0 ? {} : { organisation: holder(kind) },
		}))
	await insert('case_events', cases.flatMap(steps))
	const ids = cases.map((one) => one.case)
	for (let seq = 1; seq <= 5; seq++) {
		// each seal covers the one before
		await db`update app.case_events e set previous_hash = coalesce((select p.hash from app.case_events p where p.case_id = e.case_id
			and p.seq = e.seq - 1), '') where e.case_id = any (${ids}) and e.seq = ${seq}`
		await db`update app.case_events e set hash = private.event_hash(e) where e.case_id = any (${ids}) and e.seq = ${seq}`
	}
}
