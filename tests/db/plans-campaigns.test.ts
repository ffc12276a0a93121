import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { findCampaign, listCampaigns } from '~/domain/campaigns/campaigns.server'
import { readCard } from '~/domain/cards/card.server'
import { readFairness } from '~/domain/fairness/fairness.server'
import { become, inRollback } from '~tests/support/db'
import { planOf } from '~tests/support/explained'
import { PLACE, seedOrganisation, seedStaff } from '~tests/support/seeds'

/** 20 unions with 200 campaigns each, 30,000 applications through them, as many members, and 100 years of comparison. */
async function seedUnions(db: Db) {
	await db`insert into app.organisations (kind, name_zh, name_en) select 'union', '工会' || n, 'Union ' || n from generate_series(1, 20) n`
	await db`insert into app.join_campaigns (id, code, union_organisation_id, name, kind, created_at)
		select gen_random_uuid(), translate(upper(lpad(to_hex(n), 8, 'X')), '01', 'YZ'), o.id, '早会' || n, 'meeting', now() - n * interval '1 hour'
		from (select id, row_number() over (order by id) as at from app.organisations where kind = 'union') o, generate_series(1, 4000) n where n % 20 = o.at - 1`
	await db`insert into app.membership_applications (id, reference, code_hash, union_organisation_id, way, pool_basis, area_code, sector_code,
			campaign_id, entered_as, consent_version, state, decided_at)
		select gen_random_uuid(), 'M-' || translate(upper(lpad(to_hex(c.at * 100 + n), 8, 'X')), '01', 'YZ'), '', c.union_organisation_id, 'pool', 'residence',
			${PLACE}, 'delivery', c.id, 'self', '2026-11', case when n % 3 = 0 then 'submitted' else 'approved' end, case when n % 3 = 0 then null else now() end
		from (select id, union_organisation_id, row_number() over (order by id) as at from app.join_campaigns limit 1500) c, generate_series(1, 20) n`
	await db`insert into app.memberships (union_organisation_id, area_code, sector_code, phone_hash)
		select union_organisation_id, area_code, sector_code, sha256(id::text::bytea) from app.membership_applications`
	await db`insert into app.member_details (membership_id, name, phone) select id, '郑大路', '13800000000' from app.memberships`
	await db`insert into app.fairness_cells (month, measure, group_code, strata, members, others, pairs, members_value, others_value)
		select m, x, g, 1, 9, 9, 9, 1, 1 from generate_series('1926-01-01'::date, now() - interval '2 months', '1 month') m,
			unnest(array['first_reply', 'acceptance', 'confirmed_help']) x, unnest(array['all', 'labour', 'housing', 'medical']) g`
	for (const table of [
		'join_campaigns',
		'membership_applications',
		'memberships',
		'member_details',
		'fairness_cells',
		'organisations',
		'stations',
		'people',
	])
		await db`analyze ${db(`app.${table}`)}`
}
const GROWING = ['join_campaigns', 'membership_applications', 'memberships', 'member_details', 'fairness_cells']

async function inOrder(db: Db, name: string, list: (db: Db) => PromiseLike<unknown>, index: string) {
	const plan = await planOf(db, list)
	const growing = plan.scanned.filter((table) => GROWING.includes(table))
	expect({ name, growing, sorts: plan.sorts }).toEqual({ name, growing: [], sorts: 0 })
	expect(plan.indexes, name).toContain(index)
}

test(
	'with 4,000 campaigns and 30,000 applications an officer’s lists, and a member’s card, come from indexes',
	{ timeout: 60_000 },
	() =>
		inRollback(async (db) => {
			await seedUnions(db)
			const [union] = await db<
				{ id: string }[]
			>`select union_organisation_id as id from app.membership_applications limit 1`
			await become(db, await seedStaff(db, union!.id, 'officer'))
			const { campaigns, next } = await listCampaigns(db, union!.id)
			expect([campaigns.length, next?.length]).toEqual([25, 2])
			await inOrder(db, 'campaigns', (tx) => listCampaigns(tx, union!.id), 'join_campaigns_union_idx')
			await inOrder(db, 'campaigns, next page', (tx) => listCampaigns(tx, union!.id, next!), 'join_campaigns_union_idx')
			await inOrder(db, 'figures', (tx) => listCampaigns(tx, union!.id), 'membership_applications_campaign_id_idx')
			const found = (tx: Db) => findCampaign(tx, union!.id, campaigns[0]!.id).catch(() => null) // explained it answers no row
			await inOrder(db, 'one campaign', found, 'join_campaigns_pkey')
			// a year of one group is forty rows: that they are put in order afterwards is fine, that all are read is not
			const report = await planOf(db, (tx) => readFairness(tx, 'all'))
			expect([report.scanned, report.indexes.includes('fairness_cells_pkey')]).toEqual([[], true])
			await become(db, 'owner')
			const member = await seedStaff(db, await seedOrganisation(db), 'caseworker')
			await db`update app.memberships set user_id = ${member.user} where id = (select id from app.memberships limit 1)`
			await become(db, member)
			expect(await readCard(db, 'en')).toMatchObject({ state: 'active', name: '郑大路' })
		}),
)
