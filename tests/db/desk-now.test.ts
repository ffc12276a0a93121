import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import type { DeskNow } from '~/domain/cases/desk-now'
import { readDeskNow } from '~/domain/cases/desk-now.server'
import { listHeld } from '~/domain/cases/queue.server'
import { become, inRollback, refusal } from '~tests/support/db'
import { withInnerPlans } from '~tests/support/inner-plans'
import { PEOPLE, type PersonKind } from '~tests/support/matrix-cells'
import { STORY, seedAccepted, seedOffer, seedOrganisation, seedOutcome, seedStaff } from '~tests/support/seeds'
import { seedWorld } from '~tests/support/world'

const ago = (db: Db, hours: number) => db`now() - make_interval(hours => ${hours})`
const now = async (db: Db, person: { user: string }, organisation: string) => {
	await become(db, person)
	const seen = await readDeskNow(db, 'zh-CN', organisation)
	await become(db, 'owner')
	return seen.now
}
const counts = ({ figures }: DeskNow) =>
	Object.fromEntries(Object.entries(figures).map(([figure, { cases }]) => [figure, cases]))

async function desk(db: Db) {
	const organisation = await seedOrganisation(db)
	const [manager, one, two] = [
		await seedStaff(db, organisation, 'manager'),
		await seedStaff(db, organisation),
		await seedStaff(db, organisation),
	]
	const accepted = () => seedAccepted(db, organisation, one, undefined)
	return { organisation, manager, one, two, accepted }
}

test('each thing that waits is counted where it waits, and gone when it is done', () =>
	inRollback(async (db) => {
		const { organisation, manager, one, two, accepted } = await desk(db)
		expect(await now(db, manager, organisation)).toMatchObject({ open: 0, more: false, figures: {} })
		const [late, written, proposed, free] = [await accepted(), await accepted(), await accepted(), await accepted()]
		const offered = await seedOffer(db, organisation)
		await db`update app.cases set next_at = ${ago(db, 5)} where id = ${late.caseId}`
		await db`update app.cases set assignee_id = null where id = ${free.caseId}`
		await become(db, { receipt: written.receipt })
		await db`select private.write_to_holder(${randomUUID()}, ${written.caseId}, '有进展吗？')`
		await become(db, 'owner')
		await db`update app.messages set at = ${ago(db, 2)}` // in one transaction it is always the same moment
		await seedOutcome(db, proposed.caseId, one)
		const seen = await now(db, manager, organisation)
		expect([seen.open, counts(seen)]).toEqual([4, { offers: 1, overdue: 1, unassigned: 1, messages: 1, outcomes: 1 }])
		expect(seen.figures.overdue!.oldest).toEqual([
			{ id: late.caseId, reference: late.reference, since: expect.any(String) },
		])
		expect(seen.figures.offers!.oldest).toMatchObject([{ id: offered.caseId, reference: null }])
		expect(seen.people.map(({ userId, open, overdue, messages }) => [userId, open, overdue, messages])).toEqual([
			[one.user, 3, 1, 1],
			[two.user, 0, 0, 0],
		])
		// the queue narrowed like that has the same cases
		await become(db, one)
		for (const [only, id] of [
			['overdue', late.caseId],
			['unassigned', free.caseId],
			['messages', written.caseId],
			['outcomes', proposed.caseId],
		] as const)
			expect((await listHeld(db, 'en', organisation, 'all', undefined, { only })).map((item) => item.id)).toEqual([id])
		expect(await listHeld(db, 'en', organisation, 'all', undefined, { who: one.user })).toHaveLength(3)
		expect(
			await listHeld(db, 'en', organisation, 'all', undefined, { who: one.user, only: 'unassigned' }),
		).toHaveLength(0)
		await db`select private.write_to_worker(${randomUUID()}, ${written.caseId}, '明天给您答复。')`
		await become(db, 'owner')
		await db`update app.cases set assignee_id = ${two.user} where id = ${free.caseId}`
		expect(counts(await now(db, manager, organisation))).toEqual({ offers: 1, overdue: 1, outcomes: 1 })
	}))

test('whoever has waited longest comes first, and five are named', () =>
	inRollback(async (db) => {
		const { organisation, manager, accepted } = await desk(db)
		const made = []
		for (let hours = 1; hours <= 7; hours++) {
			const { caseId } = await accepted()
			await db`update app.cases set next_at = ${ago(db, hours)} where id = ${caseId}`
			made.unshift(caseId)
		}
		const { overdue } = (await now(db, manager, organisation)).figures
		expect([overdue!.cases, overdue!.oldest.map(({ id }) => id)]).toEqual([7, made.slice(0, 5)])
	}))

test('no word of a worker and no name of one, nor the cases of anybody else', () =>
	inRollback(async (db) => {
		const { people, ids } = await seedWorld(db)
		const seen = JSON.stringify(await now(db, people.manager as { user: string }, ids.holder!))
		for (const word of ['王小路', '13800138000', STORY, '我们看到了', ids.otherCase!, ids.offeredCase!])
			expect(seen).not.toContain(word)
		expect(JSON.parse(seen)).toMatchObject({ open: 1, people: [{ open: 1 }] })
	}))

test('only managers and officers, of their own organisation; to everybody else it is not there', () =>
	inRollback(async (db) => {
		const { people, ids } = await seedWorld(db)
		const may: Partial<Record<PersonKind, string>> = { manager: ids.holder!, officer: ids.union! }
		for (const [kind, role] of Object.entries(PEOPLE) as [PersonKind, string][])
			for (const organisation of [ids.holder!, ids.union!, ids.stranger!, ids.operator!, randomUUID()]) {
				await become(db, people[kind])
				const asked = (tx: Db) => tx`select private.desk_now(${organisation})`
				if (may[kind] === organisation) expect(await asked(db)).toHaveLength(1)
				else expect([kind, await refusal(db, asked)]).toEqual([kind, role === 'authenticated' ? 'NTFND' : '42501'])
			}
	}))

test(
	'with 20,000 cases a desk is read from its own index, and never more of it than is counted',
	{ timeout: 60_000 },
	async () => {
		await withInnerPlans(async (db, plansOf) => {
			await db`insert into app.organisations (kind, name_zh, name_en) select 'agency', '机构' || n, 'Agency ' || n from generate_series(1, 8) n`
			const organisations = await db<
				{ id: string }[]
			>`select id from app.organisations where kind = 'agency' order by id`
			const big = organisations[0]!.id
			await db`insert into app.requests (draft_id, reference, receipt_hash, language, consent_mode)
			select gen_random_uuid(), 'T-' || translate(lpad(n::text, 8, 'Z'), '01', 'XY'), '', 'zh-CN', 'any_of_these' from generate_series(1, 20000) n`
			await db`insert into app.cases (request_id, category_code, language, state, holder_organisation_id, next_at)
			select q.id, 'labour.unpaid_wages', 'zh-CN', 'with_organisation', (${organisations.map(({ id }) => id)}::uuid[])[1 + q.n % 8],
				now() + (q.n - 9000) * interval '1 minute' from (select id, row_number() over () as n from app.requests) q`
			await db`insert into app.messages (id, case_id, organisation_id, author, body)
			select gen_random_uuid(), id, holder_organisation_id, 'worker', '您好' from app.cases where holder_organisation_id is not null`
			await db`insert into app.referrals (case_id, organisation_id, state, respond_by)
			select id, holder_organisation_id, 'accepted', now() from app.cases where holder_organisation_id is not null`
			await db`insert into app.outcomes (id, case_id, referral_id, organisation_id, code, note, answer, answered_at)
				select gen_random_uuid(), case_id, id, organisation_id, 'partly', '办了一半', 'disputed', now() from app.referrals`
			await db`insert into app.referrals (case_id, organisation_id, state, respond_by)
				select r.case_id, o.id, 'offered', now() + interval '1 day' from app.referrals r
				join app.organisations o on o.kind = 'agency' and o.id <> r.organisation_id where hashtext(r.case_id::text) % 20 = 0`
			for (const table of ['cases', 'messages', 'requests', 'referrals', 'outcomes', 'staff_roles'])
				await db`analyze ${db(`app.${table}`)}`
			await become(db, await seedStaff(db, big, 'manager'))
			const { now: seen } = await readDeskNow(db, 'en', big)
			expect([seen.open, seen.more, seen.figures.messages!.cases]).toEqual([2000, true, 2000])
			const plans = await plansOf(() => readDeskNow(db, 'en', big))
			const inner = plans.find(({ text }) => text.includes('with held as'))!
			const growing = ['cases', 'messages', 'requests', 'referrals', 'outcomes']
			expect(inner.scanned.filter((table) => growing.includes(table))).toEqual([])
			for (const index of ['cases_holder_next_idx', 'messages_case_id_idx']) expect(inner.indexes).toContain(index)
		})
	},
)
