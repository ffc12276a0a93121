import { beforeAll, expect, test } from 'vitest'
import { CASE_NEXT } from '~/domain/cases/case-state'
import { buildWorld } from '~/server/load/city'
import { inCopy } from '~/server/load/copy.server'
import { fileRequests } from '~/server/load/life'
import { letIn, loadCases, type Loaded } from '~/server/load/load-cases.server'
import { readWords } from '~/server/load/words.server'
import { brokenEvents } from '~tests/support/chain'
import { owner } from '~tests/support/db'
import { brokenRules } from '~tests/support/rules'
import { operatorId, seedUser } from '~tests/support/seeds'
import { as } from '~tests/support/settings'

const CASES = 2_000
/** A little ahead, so that nothing falls due while the test runs. */
const until = Date.now() + 120_000
const heard: number[] = []
let loaded: Loaded
beforeAll(async () => {
	loaded = await loadCases(as('tonglu_owner'), { cases: CASES, seed: 'test', until }, (done) => heard.push(done))
})

test('what was loaded breaks no rule, and every timeline follows from itself', async () => {
	expect(await brokenRules(owner)).toEqual([])
	expect(await brokenEvents(owner)).toEqual([])
})

test('the clock finds nothing to do: every date is one that the product would have given', async () => {
	expect(await owner`select private.sweep() as moved`).toEqual([{ moved: 0 }])
	expect(
		await owner`select c.id from app.cases c join app.case_access a on a.case_id = c.id
		where c.closed_at < now() - interval '30 days 2 hours'`,
	).toEqual([])
	expect(await owner`select case_id from app.case_events where at > ${new Date(until)}`).toEqual([])
})

test('as many cases as asked for, in every state, most of them over, the most at the busiest desk', async () => {
	const states = await owner<{ state: string; n: number }[]>`select state, count(*)::int as n from app.cases group by 1`
	const many = Object.fromEntries(states.map(({ state, n }) => [state, n]))
	expect(Object.keys(many).sort()).toEqual(Object.keys(CASE_NEXT).sort())
	expect(Object.values(many).reduce((sum, n) => sum + n, 0)).toBe(CASES)
	expect(loaded.rows.get('app.cases')).toBe(CASES)
	expect(many.closed).toBeGreaterThan(CASES * 0.75)
	const [busiest, next] = await owner<{ id: string; n: number }[]>`
		select holder_organisation_id as id, count(*)::int as n from app.cases
		where next_at is not null and holder_organisation_id is not null group by 1 order by 2 desc`
	expect(busiest!.id).toBe(loaded.busiest)
	expect(busiest!.n).toBeGreaterThan(25) // more than a page of a queue
	expect(busiest!.n).toBeGreaterThan(next!.n)
	expect(heard.at(-1)).toBe(CASES)
})

test('every table has the rows that were counted', async () => {
	for (const [table, many] of loaded.rows) {
		if (table === 'auth.users' || table === 'app.organisations') continue // the desk, and whoever other tests made
		expect(await owner`select count(*)::int as n from ${owner(table)}`, table).toEqual([{ n: many }])
		expect(many, table).toBeGreaterThan(0)
	}
})

test('the same seed and moment give the same rows, another seed others; a seed is loaded once', async () => {
	const rows = (seed: string) => {
		const vocabulary = {
			words: readWords(),
			places: ['330100', '110000'].map((code) => ({
				code,
				nameZh: code,
				nameEn: code,
				below: [`${code.slice(0, 5)}6`],
			})),
			operatorId: 'desk',
			platforms: { 'zh-CN': new Map<string, string>(), en: new Map<string, string>() },
		}
		const size = { seed, cases: 60, until: 1_800_000_000_000 }
		return JSON.stringify([...fileRequests(buildWorld(size, vocabulary), size)])
	}
	expect(rows('one')).toBe(rows('one'))
	expect(rows('one')).not.toBe(rows('two'))
	await expect(loadCases(as('tonglu_owner'), { cases: 10, seed: 'test', until }, () => {})).rejects.toThrow(
		'This seed has been loaded before',
	)
	expect(await owner`select count(*)::int as n from app.cases`).toEqual([{ n: CASES }])
})

test('somebody with an account is let in to look at it, and nobody else is', async () => {
	const { user } = await seedUser(owner, 'looks@people.test')
	await letIn(as('tonglu_owner'), 'looks@people.test', loaded.busiest)
	expect(await owner`select organisation_id, role from app.staff_roles where user_id = ${user} order by role`).toEqual([
		{ organisationId: loaded.busiest, role: 'caseworker' },
		{ organisationId: loaded.busiest, role: 'manager' },
		{ organisationId: await operatorId(owner), role: 'triager' },
	])
	await expect(letIn(as('tonglu_owner'), 'nobody@people.test', loaded.busiest)).rejects.toThrow('Nobody has an account')
})

test.each([
	['two\nlines\\and\ta tab', 'two\\nlines\\\\and\\ta tab'],
	[null, '\\N'],
	[['a', 'b "c"'], '{"a","b \\\\"c\\\\""}'],
	[Buffer.from('ab'), '\\\\x6162'],
	[new Date(0), '1970-01-01T00:00:00.000Z'],
	[false, 'false'],
])('%j is copied as %j', (value, text) => expect(inCopy(value)).toBe(text))
