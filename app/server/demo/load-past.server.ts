import type postgres from 'postgres'
import { measureMonth, monthsToMeasure } from '~/domain/fairness/fairness.server'
import { HOUR, chance, numbered, writeCases, type PastCase } from './write-past.server'

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

const referenceOf = (n: number) => numbered('T-PAST', n)

/** A case as it went: answered, accepted, ended. Nobody is quicker for members than for others; chance does the rest. */
function pastCase(month: string, kind: Kind, n: number, phone: string, number: number, holder: string): PastCase {
	const luck = (what: string) => chance(month, kind.need, n, what)
	const filed = new Date(`${month}T01:00:00Z`).getTime() + luck('day') * 26 * 24 * HOUR
	const at = (hours: number) => new Date(filed + hours * HOUR)
	const [replied, accepted] = [1 + luck('reply') * 14, 2 + luck('accept') * 20].sort((a, b) => b - a) as [
		number,
		number,
	]
	const { need, area, sector, urgency } = kind
	return {
		...{ need, area, sector, urgency, platform: null, phone, holder, reference: referenceOf(number) },
		...{ filed: at(0), accepted: at(accepted), replied: at(replied) },
		...{ proposed: at(200 + luck('work') * 100), disputed: null, closed: at(340) },
		ending: luck('helped') < 0.7 ? 'confirmed' : 'unanswered',
		outcome: { code: 'got_help' },
	}
}

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
					const phone = n < kind.members ? member : other
					return pastCase(month, kind, n, phone, number, organisations.get(kind.by)!)
				}),
			),
		)
		await sql.begin((db) => writeCases(db, cases))
	}
	for (const month of months) await sql.begin((db) => measureMonth(db, month, memberSecret))
}
