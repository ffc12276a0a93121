import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import type { MemberFilter } from '~/domain/members/member-list'
import { countMembers, listMembers, readChoices } from '~/domain/members/members.server'
import { listStationMembers } from '~/domain/members/my-stations.server'
import { listOwnMemberships } from '~/domain/members/own-membership.server'
import { listStations } from '~/domain/members/stations.server'
import { listTransfers } from '~/domain/members/transfers.server'
import { become } from '~tests/support/db'
import { withInnerPlans, type InnerPlan } from '~tests/support/inner-plans'
import { seedOrganisation, seedStaff, seedUser } from '~tests/support/seeds'

const GROWING = [
	'memberships',
	'member_details',
	'member_search',
	'member_views',
	'membership_events',
	'membership_transfers',
	'stations',
	'areas',
]
const TABLES = [...GROWING, 'organisations', 'staff_roles', 'station_liaisons', 'drive_asks', 'confirmation_drives']

/** 20,000 members, a tenth of them of nineteen other unions; a thousand stations, the others' not counted; 3,000 transfers. */
async function seedCity(db: Db) {
	await db`insert into app.organisations (kind, name_zh, name_en) select 'union', '工会' || n, 'Union ' || n from generate_series(1, 19) n`
	const ours = await seedOrganisation(db, { kind: 'union' })
	await db`insert into app.stations (union_organisation_id, name) select ${ours}, '站' || n from generate_series(1, 1000) n`
	await db`insert into app.stations (union_organisation_id, name) select o.id, '站' || n from app.organisations o, generate_series(1, 200) n
		where o.kind = 'union' and o.id <> ${ours}`
	await db`
		with other as (select array_agg(id) as ids from app.organisations where kind = 'union' and id <> ${ours}),
			area as (select array_agg(code) as codes from app.areas where parent_code = '330100'), sector as (select array_agg(code) as codes from app.sectors),
			platform as (select array_agg(code) as codes from app.platforms), station as (select array_agg(id) as ids from app.stations where union_organisation_id = ${ours})
		insert into app.memberships (union_organisation_id, state, joined_at, area_code, sector_code, platform_code, station_id, phone_hash, confirm_by, ended_at)
		select case when n % 10 = 0 then other.ids[1 + n / 10 % 19] else ${ours}::uuid end, s.state, now() - n * interval '7 minutes',
			area.codes[1 + n / 7 % array_length(area.codes, 1)], sector.codes[1 + n / 3 % array_length(sector.codes, 1)],
			platform.codes[1 + n / 5 % array_length(platform.codes, 1)], case when n % 10 <> 0 then station.ids[1 + n / 11 % 1000] end, sha256(n::text::bytea),
			case when s.state = 'due' then now() end, case when s.state in ('lapsed', 'left') then now() end
		from generate_series(1, 20000) n, other, area, sector, platform, station,
			lateral (select (array['active', 'active', 'active', 'active', 'due', 'lapsed', 'left'])[1 + n / 13 % 7] as state) s`
	await db`insert into app.member_details (membership_id, name, phone) select id,
			substr('王李张刘陈杨黄赵周吴', 1 + n % 10, 1) || substr('伟芳娜秀英敏静丽强磊军洋勇艳杰', 1 + n / 10 % 15, 1) || substr('国建小明', 1 + n % 4, 1),
			'139' || lpad(n::text, 8, '0') from (select id, row_number() over ()::int as n from app.memberships) m`
	await db`insert into app.membership_transfers (id, membership_id, from_union_id, to_union_id, asked_by, reason, state, asked_at, decided_at)
		select gen_random_uuid(), m.id, case when n % 2 = 0 then m.union_organisation_id else o.id end, case when n % 2 = 0 then o.id else m.union_organisation_id end,
			'member', 'moved', case when n % 3 = 0 then 'asked' else 'withdrawn' end, now() - n * interval '1 hour', case when n % 3 = 0 then null else now() - n * interval '1 minute' end
		from (select id, union_organisation_id, row_number() over (order by joined_at) as n from app.memberships where state = 'active') m
		cross join lateral (select id from app.organisations where kind = 'union' and id <> m.union_organisation_id order by id offset m.n % 9 limit 1) o where n <= 3000`
	for (const table of TABLES) await db`analyze ${db(`app.${table}`)}`
	const [station] = await db<
		{ id: string }[]
	>`select id from app.stations where union_organisation_id = ${ours} order by id limit 1`
	return { ours, station: station!.id }
}

test(
	'with 20,000 members every list comes in order from an index, and a search from the words',
	{ timeout: 180_000 },
	() =>
		withInnerPlans(async (db, plansOf) => {
			const { ours, station } = await seedCity(db)
			const [officer, liaison, member] = [
				await seedStaff(db, ours, 'officer'),
				await seedStaff(db, ours, 'liaison'),
				await seedUser(db),
			]
			await db`insert into app.station_liaisons (station_id, user_id) values (${station}, ${liaison.user})`
			await db`update app.memberships set user_id = ${member.user} where id = (select id from app.memberships where union_organisation_id = ${ours} limit 1)`
			await become(db, officer)

			/** No step of the work scans what grows; the one that finds the rows takes `index`, and sorts only where it is a search. */
			const explained = async (
				name: string,
				run: () => PromiseLike<unknown>,
				inner: string,
				index: string | RegExp,
				sorts = 0,
			) => {
				const plans = await plansOf(run)
				const growing = plans.flatMap(({ scanned }) => scanned.filter((table) => GROWING.includes(table)))
				const found = plans.filter(({ text }) => text.includes(inner)) as [InnerPlan]
				expect({ name, growing, found: found.length }).toEqual({ name, growing: [], found: 1 })
				expect({ name, indexes: found[0].indexes.join(' ') }).toEqual({ name, indexes: expect.stringMatching(index) })
				expect({ name, sorts: found[0].sorts }).toEqual({ name, sorts })
			}
			const filter: MemberFilter = {
				state: 'active',
				query: '',
				station: null,
				sector: null,
				platform: null,
				area: null,
			}
			const before = { at: new Date(Date.now() - 30 * 86_400_000).toISOString(), id: ours }
			const list = (facts: Partial<MemberFilter>, after?: typeof before) => () =>
				listMembers(db, 'en', ours, { ...filter, ...facts }, after)
			const INNER = 'from app.memberships m'
			await explained('list', list({}), INNER, 'memberships_union_idx')
			await explained('list, next page', list({}, before), INNER, 'memberships_union_idx')
			const narrowed = { station, area: '330106', sector: 'delivery', platform: 'meituan' }
			for (const fact of ['station', 'area', 'sector', 'platform'] as const) {
				const one = { [fact]: narrowed[fact] }
				await explained(`by ${fact}`, list(one), INNER, `memberships_by_${fact}_idx`)
				await explained(`by ${fact}, next page`, list(one, before), INNER, `memberships_by_${fact}_idx`)
			}
			for (const query of ['王', '王伟', '王伟国', '13900000042', '0042', 'TL00000042', '龘'])
				await explained(`search ${query}`, list({ query }), 'from app.member_search s', 'member_search_words_idx', 1)
			await explained(
				'search, next page',
				list({ query: '王' }, before),
				'from app.member_search s',
				'member_search_words_idx',
				1,
			)
			const both = list({ query: '王伟', area: '330106' })
			await explained('search, narrowed', both, 'from app.member_search s', 'member_search_words_idx', 1)
			await explained(
				'counts',
				() => countMembers(db, ours),
				'count_members.union_id',
				/memberships_(union|by_\w+)_idx/,
			)
			await explained('choices', () => readChoices(db, 'en', ours), 'with recursive step', 'memberships_by_area_idx')

			const transfers =
				(side: 'in' | 'out' | 'past', after: string[] = []) =>
				() =>
					listTransfers(db, 'en', ours, side, after)
			const after = [before.at, before.id]
			for (const page of [[], after]) {
				const name = page.length > 0 ? ', next page' : ''
				await explained(`in${name}`, transfers('in', page), 'array(select t.id', 'membership_transfers_to_idx')
				await explained(`out${name}`, transfers('out', page), 'array(select t.id', 'membership_transfers_from_idx')
				const past = /membership_transfers_to_decided_idx.*membership_transfers_from_decided_idx/
				await explained(`past${name}`, transfers('past', page), 'array(select b.id', past)
			}
			// the one sort is of the few names in a row
			const stations = (after: string | null) => () => listStations(db, 'en', ours, false, after)
			await explained('stations', stations(null), 'from app.stations s', 'stations_name_once', 1)
			await explained('stations, next page', stations('站2'), 'from app.stations s', 'stations_name_once', 1)

			await become(db, liaison)
			const mine = () => listStationMembers(db, station, false, [])
			// of the few members of one station, and of the open drives that ask one of them
			await explained('station members', mine, 'left join lateral', 'memberships_station_id_idx', 2)
			await become(db, member)
			await explained('own', () => listOwnMemberships(db, 'en'), 'order by m.state', 'memberships_pkey', 1)
		}),
)
