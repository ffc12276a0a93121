import { beforeAll, expect, test } from 'vitest'
import { MEMBERSHIP_NEXT, APPLICATION_NEXT } from '~/domain/members/membership-state'
import { memberHash } from '~/lib/member-hash.server'
import { loadOrganisations } from '~/server/demo/load-organisations.server'
import { loadMonths } from '~/server/demo/load-months.server'
import { loadPast } from '~/server/demo/load-past.server'
import { loadUnions } from '~/server/demo/load-unions.server'
import { STAFF } from '~/server/demo/people'
import { brokenEvents } from '~tests/support/chain'
import { owner } from '~tests/support/db'
import { seedUser } from '~tests/support/seeds'

const memberSecret = 'a-secret-of-this-demo-a-secret-of-this'
const nothing = async (query: string) => expect([...(await owner.unsafe(query))]).toEqual([])
const contents =
	() => owner`select (select count(*)::int from app.memberships) as members, (select count(*)::int from app.membership_applications)
	as applications, (select count(*)::int from app.membership_events) as events, (select count(*)::int from app.drive_asks) as asks,
		(select count(*)::int from app.cases) as cases, (select count(*)::int from app.fairness_cells) as cells`

beforeAll(async () => {
	const people = new Map<string, string>()
	for (const { key } of STAFF) people.set(key, (await seedUser(owner)).user)
	const organisations = await loadOrganisations(owner)
	const doors = { sql: owner, organisations, people, memberSecret }
	const load = async () => {
		await loadUnions(doors)
		await loadPast(doors)
		await loadMonths(doors)
	}
	await load()
	const before = await contents()
	await load() // as after a load that was cut short later on
	expect(await contents()).toEqual(before)
})

test('the four unions have members and applications in every state, each with whoever it is', async () => {
	const states = (table: string) =>
		owner<{ state: string; n: number }[]>`select state, count(*)::int as n from app.${owner(table)} group by state`
	const [members, applications] = [await states('memberships'), await states('membership_applications')]
	expect(members.map(({ state }) => state).sort()).toEqual(Object.keys(MEMBERSHIP_NEXT).sort())
	expect(applications.map(({ state }) => state).sort()).toEqual(Object.keys(APPLICATION_NEXT).sort())
	expect(members.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(60)
	const [unions] = await owner<
		[{ n: number }]
	>`select count(distinct union_organisation_id)::int as n from app.memberships`
	expect(unions.n).toBe(4)
	await nothing(`select id from app.memberships where id not in (select membership_id from app.member_details)`)
	await nothing(
		`select id from app.membership_applications where (state = 'withdrawn') = (id in (select application_id from app.applicants))`,
	)
	const ages = await owner<
		{ days: number }[]
	>`select extract(day from now() - submitted_at)::int as days from app.membership_applications where state = 'submitted'`
	expect(new Set(ages.map(({ days }) => days)).size).toBeGreaterThan(2)
})

test('what happened leads to how it stands, in order and in past months', async () => {
	await nothing(`select m.number from app.memberships m join lateral (select kind from app.membership_events e where e.membership_id = m.id
			order by seq desc limit 1) last on true
		where (m.state = 'left') <> (last.kind = 'left') or (m.state = 'lapsed') <> (last.kind = 'lapsed')`)
	await nothing(`select a.reference from app.membership_applications a join lateral (select kind from app.application_events e
			where e.application_id = a.id order by seq desc limit 1) last on true where last.kind <> a.state`)
	for (const [table, key] of [
		['membership_events', 'membership_id'],
		['application_events', 'application_id'],
	])
		await nothing(`select 1 from app.${table} a join app.${table} b using (${key}) where b.seq = a.seq + 1 and b.at < a.at
			union all select 1 from app.${table} where at > now()`)
	const [months] = await owner<
		[{ n: number }]
	>`select count(distinct date_trunc('month', at))::int as n from app.membership_events where kind = 'joined'`
	expect(months.n).toBeGreaterThan(6)
	await nothing(
		`select 1 from app.memberships where confirmed_at < joined_at - interval '1 minute' or ended_at < joined_at`,
	)
})

test('numbers are hashed as the web hashes them; the demo’s worker is a member, and found by his own', async () => {
	const phones = await owner<{ phone: string; phoneHash: Buffer }[]>`select phone, phone_hash from app.applicants
		union all select phone, phone_hash from app.memberships join app.member_details on id = membership_id`
	for (const { phone, phoneHash } of phones)
		expect(phoneHash.equals(memberHash(memberSecret, 'phone', phone))).toBe(true)
	const [worker] = await owner`select d.name, d.phone, m.state, m.user_id is not null as account from app.memberships m
		join app.member_details d on d.membership_id = m.id where m.phone_hash = ${memberHash(memberSecret, 'phone', '13800000001')}`
	expect(worker).toEqual({ name: '王师傅', phone: '13800000001', state: 'active', account: true })
})

test('a drive is half answered, transfers wait, a liaison has stations, campaigns have brought people', async () => {
	const [drive] = await owner<
		[{ asked: number; answered: number }]
	>`select count(*)::int as asked, count(q.answer)::int as answered
		from app.drive_asks q join app.confirmation_drives d on d.id = q.drive_id where d.state = 'open'`
	expect([drive.answered > 3, drive.answered < drive.asked]).toEqual([true, true])
	// whoever is asked and has not answered is due until the drive's day
	await nothing(`select m.number from app.drive_asks q join app.confirmation_drives d on d.id = q.drive_id and d.state = 'open'
		join app.memberships m on m.id = q.membership_id where q.answer is null and (m.state <> 'due' or m.confirm_by <> d.answer_by)`)
	await nothing(
		`select 1 from app.memberships m where m.state = 'due' and m.id not in (select membership_id from app.drive_asks)`,
	)
	await nothing(`select d.name from app.confirmation_drives d
		where d.asked <> (select count(*) from app.drive_asks q where q.drive_id = d.id)`)
	const waiting = await owner`select distinct to_union_id from app.membership_transfers where state = 'asked'`
	expect(waiting.length).toBeGreaterThan(1)
	await nothing(`select 1 from app.membership_transfers t join app.memberships m on m.id = t.membership_id
		where m.union_organisation_id <> case t.state when 'accepted' then t.to_union_id else t.from_union_id end`)
	const [stations] = await owner<[{ n: number }]>`select count(*)::int as n from app.station_liaisons`
	expect(stations.n).toBeGreaterThan(0)
	const [came] = await owner<[{ campaigns: number; stopped: number }]>`select count(distinct c.id)::int as campaigns,
		count(distinct c.id) filter (where c.stopped_at is not null)::int as stopped
		from app.join_campaigns c join app.membership_applications a on a.campaign_id = c.id`
	expect([came.campaigns > 3, came.stopped]).toEqual([true, 1])
	await nothing(`select a.reference from app.membership_applications a join app.join_campaigns c on c.id = a.campaign_id
		where a.union_organisation_id <> c.union_organisation_id or a.submitted_at < c.created_at or a.submitted_at > c.stopped_at`)
})

test('three past months are compared from cases that nobody opens any more, sealed like any other', async () => {
	const cells = await owner<{ month: string; groups: number; members: number; others: number }[]>`
		select month::text, count(distinct group_code)::int as groups, max(members)::int as members, max(others)::int as others
		from app.fairness_cells group by month order by month`
	expect(cells).toHaveLength(3)
	for (const { groups, members, others } of cells) expect([groups, members, others]).toEqual([4, 21, 33])
	await nothing(`select 1 from app.case_access`)
	expect(await owner.begin((db) => brokenEvents(db))).toEqual([])
	await nothing(
		`select 1 from app.case_events a join app.case_events b using (case_id) where b.seq = a.seq + 1 and b.at < a.at`,
	)
})
