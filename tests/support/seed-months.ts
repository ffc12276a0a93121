import type { Db } from '~/db/begin.server'

/** Two big districts, some with a handful of people, a city without districts: how many of a hundred live where. */
const PROVINCE: [area: string, share: number][] = [
	['330105', 35],
	['330106', 27],
	['330108', 12],
	['330110', 6],
	['330102', 3],
	['330100', 3],
	['330203', 4],
	['330206', 3],
	['330300', 3],
	['331082', 2],
	['330782', 2],
]

/**
 * Four months of a province, uneven as life is. Everybody is invented by a seeded random, so the numbers are the same each
 * time. Rows are written in the order of their days, as they would come. `areas`: where they live, each as often as it stands
 * there; with a higher `skew` the first ones more than the last. Runs as a superuser.
 */
export async function seedMonths(
	db: Db,
	{
		cases = 3000,
		members = 1500,
		seed = 0.42,
		from = '2026-01-03',
		days = 115,
		areas = PROVINCE.flatMap(([area, share]) => Array.from({ length: share }, () => area)),
		skew = 1,
	} = {},
): Promise<void> {
	const spot = db`(select 1 + floor(power(random() + 0 * n, ${skew}) * ${areas.length})::int as nth) p`
	await db`select setseed(${seed})`
	await db`set local session_replication_role = replica` // rows are made as they would be, without walking there
	await db`create temp table spots on commit drop as
		select nth::int, code from unnest(${areas}::text[]) with ordinality as u (code, nth)`
	await db`create temp table made on commit drop as
		select gen_random_uuid() as request, gen_random_uuid() as id, n,
			s.code as area,
			(array['delivery', 'delivery', 'delivery', 'courier', 'ride_hailing', 'freight', 'domestic'])[1 + floor(random() * 7)] as sector,
			(array['meituan', 'meituan', 'eleme', 'didi', null, 'huolala'])[1 + floor(random() * 6)] as platform,
			(array['labour.unpaid_wages', 'labour.deductions', 'medical.hurt_on_order', 'medical.hospital_costs', 'housing.short_stay',
				'transport.accident', 'legal.other', 'policy.other'])[1 + floor(power(random(), 2) * 8)] as category,
			${from}::timestamptz + random() * ${days} * interval '1 day' as at, random() as fate, random() as speed, random() as rated
		from generate_series(1, ${cases}) n cross join lateral ${spot} join spots s on s.nth = p.nth`
	// one in ten asks for two things at once
	await db`update made m set request = b.request from made b where m.n % 10 = 0 and b.n = m.n - 1`
	await db`insert into app.requests (id, draft_id, reference, receipt_hash, language, consent_mode, created_at)
		select distinct on (request) request, gen_random_uuid(), 'T-' || translate(lpad(n::text, 8, 'Z'), '01', 'XY'), '', 'zh-CN', 'any_of_these', at from made`
	await db`insert into app.cases (id, request_id, category_code, area_code, sector_code, platform_code, language, state, close_reason, close_code,
			created_at, accepted_at, first_reply_at, closed_at, next_at, triage_reason)
		select id, request, category, area, sector, platform, 'zh-CN', case when fate < 0.85 then 'closed' else 'triage' end,
			case when fate < 0.55 then 'confirmed' when fate < 0.7 then 'unanswered' when fate < 0.78 then 'withdrawn' when fate < 0.85 then 'desk' end,
			case when fate between 0.78 and 0.85 then 'out_of_scope' end, at, at + speed * interval '5 days',
			case when rated < 0.9 then at + speed * interval '6 days' end,
			case when fate < 0.85 then at + interval '6 days' + speed * interval '20 days' end,
			case when fate >= 0.85 then now() end, case when fate >= 0.85 then 'exhausted' end from made order by at`
	await db`insert into app.outcomes (id, case_id, referral_id, organisation_id, code, note, answer, answered_at, rating, money_recovered_fen, nights_housed, proposed_at)
		select gen_random_uuid(), id, gen_random_uuid(), private.operator_id(), (array['got_help', 'got_help', 'partly', 'not_eligible'])[1 + floor(rated * 4)],
			'办好了', case when fate < 0.55 then 'confirmed' else 'unanswered' end, at + interval '6 days' + speed * interval '20 days',
			case when fate < 0.4 then 1 + floor(rated * 5) end, case when category like 'labour%' then 1000 + floor(speed * 900000) end,
			case when category like 'housing%' then 1 + floor(speed * 30) end, at + interval '5 days' from made where fate < 0.7 order by at + speed * interval '20 days'`
	await db`insert into app.outcomes (id, case_id, referral_id, organisation_id, code, note, answer, answered_at, proposed_at)
		select gen_random_uuid(), id, gen_random_uuid(), private.operator_id(), 'got_help', '办好了', 'disputed', at + speed * interval '10 days', at
		from made where fate < 0.08`
	const union = db`(select id from app.organisations where kind = 'operator')`
	await db`create temp table joining on commit drop as
		select gen_random_uuid() as application, gen_random_uuid() as membership, n,
			s.code as area,
			(array['delivery', 'delivery', 'courier', 'ride_hailing', 'freight'])[1 + floor(random() * 5)] as sector,
			(array['meituan', 'eleme', null, 'didi'])[1 + floor(random() * 4)] as platform, ${from}::timestamptz - interval '363 days' + random() * ${days + 360} * interval '1 day' as at,
			random() * interval '12 days' as took, random() as fate
		from generate_series(1, ${members}) n cross join lateral ${spot} join spots s on s.nth = p.nth`
	await db`insert into app.membership_applications (id, reference, code_hash, union_organisation_id, state, way, pool_basis, area_code, sector_code,
			platform_code, entered_as, consent_version, first_submitted_at, submitted_at, decided_at)
		select application, 'M-' || translate(lpad(n::text, 8, 'Z'), '01', 'XY'), '', ${union}, 'approved', 'pool', 'residence', area, sector, platform, 'self',
			'2026-11', at, at, at + took from joining`
	await db`insert into app.memberships (id, number, union_organisation_id, application_id, state, joined_at, area_code, sector_code, platform_code, ended_at)
		select membership, 'S' || n, ${union}, application, case when fate < 0.2 then 'left' else 'active' end, at + took, area, sector, platform,
			case when fate < 0.2 then at + took + fate * interval '500 days' end from joining`
	await db`insert into app.membership_events (membership_id, seq, actor, kind, at)
		select membership, 2, 'member', 'left', at + took + fate * interval '500 days' from joining where fate < 0.2`
	await db`set local session_replication_role = origin`
}
