import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { getDeskCase } from '~/domain/cases/cases.server'
import { listHeld, readDesk } from '~/domain/cases/queue.server'
import { readTimeline } from '~/domain/cases/timeline.server'
import { readConversation } from '~/domain/messages/messages.server'
import { listOffers } from '~/domain/referrals/referrals.server'
import { listTriage } from '~/domain/triage/triage.server'
import { become, inRollback } from '~tests/support/db'
import { planOf } from '~tests/support/explained'
import { operatorId, seedStaff } from '~tests/support/seeds'

const GROWING = ['cases', 'referrals', 'case_access', 'messages', 'requests', 'case_events', 'outcomes', 'areas']

/** 40 organisations that hold 20,000 cases between them, a tenth closed; 400 open offers; 2,000 cases in triage. */
async function seedCity(db: Db) {
	await db`insert into app.organisations (kind, name_zh, name_en) select 'agency', '机构' || n, 'Agency ' || n from generate_series(1, 40) n`
	await db`insert into app.requests (draft_id, reference, receipt_hash, language, consent_mode)
		select gen_random_uuid(), 'T-' || translate(lpad(n::text, 8, 'Z'), '01', 'XY'), '', 'zh-CN', 'any_of_these' from generate_series(1, 20000) n`
	const [organisation] = await db<
		{ id: string }[]
	>`select id from app.organisations where kind = 'agency' order by id limit 1`
	const caseworker = await seedStaff(db, organisation!.id, 'caseworker')
	await db`
		with org as (select array_agg(id order by id) as ids from app.organisations where kind = 'agency'),
			filed as (select id, row_number() over () as n from app.requests)
		insert into app.cases (request_id, category_code, area_code, language, state, close_reason, triage_reason,
			holder_organisation_id, assignee_id, next_at, closed_at)
		select filed.id, 'labour.unpaid_wages', '330106', 'zh-CN', s.state, case when s.state = 'closed' then 'confirmed' end,
			case when s.state = 'triage' then 'exhausted' end,
			case when s.state in ('with_organisation', 'closed') then org.ids[1 + n % 40] end,
			case when s.state = 'with_organisation' and org.ids[1 + n % 40] = ${organisation!.id} and n / 40 % 2 = 0 then ${caseworker.user}::uuid end,
			case when s.state <> 'closed' then now() + (n - 5000) * interval '1 minute' end,
			case when s.state = 'closed' then now() - n * interval '1 minute' end
		from filed, org, lateral (select case when n / 40 % 10 = 1 then 'triage' when n / 40 % 10 = 2 then 'closed'
			when n / 40 % 50 = 3 then 'offering' else 'with_organisation' end as state) s`
	await db`insert into app.referrals (case_id, organisation_id, state, respond_by)
		select id, holder_organisation_id, case state when 'closed' then 'confirmed' else 'accepted' end, now()
		from app.cases where holder_organisation_id is not null`
	await db`insert into app.referrals (case_id, organisation_id, respond_by)
		select c.id, o.id, now() + row_number() over () * interval '1 minute' from app.cases c
		join lateral (select id from app.organisations where kind = 'agency' and c.id is not null order by id
			offset (hashtext(c.id::text) & 3) * 10 limit 1) o on true where c.state = 'offering'`
	await db`insert into app.case_access (case_id, organisation_id, field_group)
		select case_id, organisation_id, g from app.referrals, unnest(array['summary', 'messages', 'story', 'contact']) g
		where state in ('accepted', 'confirmed') or (state = 'offered' and g = 'summary')`
	await db`insert into app.case_access (case_id, organisation_id, field_group)
		select id, private.operator_id(), g from app.cases, unnest(array['summary', 'messages']) g where state in ('triage', 'offering')`
	await db`insert into app.messages (id, case_id, organisation_id, author, body)
		select gen_random_uuid(), id, holder_organisation_id, case when next_at < now() then 'worker' else 'staff' end, '您好' from app.cases
		where holder_organisation_id is not null`
	const tables = ['cases', 'referrals', 'case_access', 'messages', 'requests', 'staff_roles', 'organisations', 'areas']
	for (const table of tables) await db`analyze ${db(`app.${table}`)}`
	return { organisationId: organisation!.id, caseworker }
}

test('with 20,000 cases the lists of a desk, as their reader, come in order from indexes', { timeout: 60_000 }, () =>
	inRollback(async (db) => {
		const { organisationId, caseworker } = await seedCity(db)
		await become(db, caseworker)
		const held = (...rest: [view: 'mine' | 'all' | 'closed', after?: { at: string; id: string }]) =>
			listHeld(db, 'zh-CN', organisationId, ...rest)

		for (const view of ['all', 'closed'] as const) {
			const first = await held(view)
			const last = first[24]!
			const second = await held(view, { at: (last.nextAt ?? last.closedAt)!.toISOString(), id: last.id })
			expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(50)
		}
		expect((await listOffers(db, 'zh-CN', organisationId)).length).toBeGreaterThan(20)
		expect((await held('mine')).every(({ assignee }) => assignee === '李明')).toBe(true)

		const after = { at: new Date().toISOString(), id: organisationId }
		const own = (...rest: [view: 'mine' | 'all' | 'closed', after?: typeof after]) => {
			return (db: Db) => listHeld(db, 'zh-CN', organisationId, ...rest)
		}
		await inOrder(db, 'all', own('all'), 'cases_holder_next_idx')
		await inOrder(db, 'all, next page', own('all', after), 'cases_holder_next_idx')
		await inOrder(db, 'mine', own('mine'), 'cases_assignee_next_idx')
		await inOrder(db, 'mine, next page', own('mine', after), 'cases_assignee_next_idx')
		await inOrder(db, 'closed', own('closed'), 'cases_holder_closed_idx')
		await inOrder(db, 'closed, next page', own('closed', after), 'cases_holder_closed_idx')
		await inOrder(db, 'offers', (db) => listOffers(db, 'zh-CN', organisationId), 'referrals_offers_idx')

		const { id } = (await held('all'))[0]!
		const parts: Record<string, (db: Db) => PromiseLike<unknown>> = {
			desk: (db) => readDesk(db, 'zh-CN', organisationId, listOffers(db, 'zh-CN', organisationId)).catch(() => {}),
			case: (db) => getDeskCase(db, 'zh-CN', id).catch(() => {}), // explained instead of asked, they find nothing
			conversation: (db) => readConversation(db, id).catch(() => {}),
			timeline: (db) => readTimeline(db, 'zh-CN', id),
		}
		for (const [name, part] of Object.entries(parts)) {
			const { scanned, whole } = await planOf(db, part)
			expect({ name, whole, growing: scanned.filter((table) => GROWING.includes(table)) }).toEqual({
				name,
				whole: 0,
				growing: [],
			})
		}

		const desk = await readDesk(db, 'en', organisationId, listOffers(db, 'en', organisationId))
		expect(desk).toMatchObject({ all: 100, roles: ['caseworker'] }) // counted no further than the cap
		expect(desk.offers[0]).toMatchObject({ state: 'offering', sector: null, reasons: [] })
		expect(desk.offers[0]!.area).toContain(' · ')

		await become(db, 'owner')
		await become(db, await seedStaff(db, await operatorId(db), 'triager'))
		expect((await listTriage(db, 'zh-CN', 'triage', [])).items).toHaveLength(25)
		await inOrder(db, 'triage', (db) => listTriage(db, 'zh-CN', 'triage', []), 'cases_state_next_idx')
		await inOrder(
			db,
			'triage, next page',
			(db) => listTriage(db, 'zh-CN', 'triage', [after.at, after.id]),
			'cases_state_next_idx',
		)
	}),
)

async function inOrder(db: Db, name: string, list: (db: Db) => PromiseLike<unknown>, index: string) {
	const { scanned, sorts, whole, indexes } = await planOf(db, list)
	const growing = scanned.filter((table) => GROWING.includes(table))
	expect({ name, growing, sorts, whole }).toEqual({ name, growing: [], sorts: 0, whole: 0 })
	expect(indexes, name).toContain(index)
}
