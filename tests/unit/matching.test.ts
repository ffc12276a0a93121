import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	LEAST,
	LONGEST_WAIT_HOURS,
	fairnessCells,
	match,
	waited,
	type Compared,
	type LinkedCase,
} from '~/domain/fairness/matching'

const HOUR = 3_600_000
const FILED = new Date('2026-08-03T02:00:00Z')
const LATER = new Date(FILED.getTime() + 60 * 24 * HOUR)
const after = (hours: number) => new Date(FILED.getTime() + hours * HOUR)

const of = (kind: string, member: boolean, ...values: number[]): Compared[] =>
	values.map((value) => ({ kind, member, value }))
const compared = fc.record({
	kind: fc.constantFrom('a', 'b', 'c'),
	member: fc.boolean(),
	value: fc.double({ min: 0, max: 700, noNaN: true }),
})
const many = fc.array(compared, { maxLength: 80 })

describe('members beside others', () => {
	test('kinds with too few on either side are left out, and with them everything when none is left', () => {
		const four = [1, 2, 3, 4]
		expect(match([])).toBeNull()
		expect(match([...of('a', true, ...four), ...of('a', false, ...four, 5, 6)])).toBeNull()
		expect(match([...of('a', true, ...four, 5), ...of('b', false, ...four, 5)])).toBeNull()
		expect(match([...of('a', true, ...four, 5), ...of('a', false, ...four, 5), ...of('b', true, 900)])).toEqual({
			strata: 1,
			members: 5,
			others: 5,
			pairs: 5,
			membersValue: 3,
			othersValue: 3,
		})
	})

	test('each kind counts for as many pairs as its smaller side has', () => {
		const cases = [
			...of('a', true, 10, 10, 10, 10, 10), // 5 pairs
			...of('a', false, ...Array<number>(20).fill(20)),
			...of('b', true, ...Array<number>(30).fill(2)), // 15 pairs
			...of('b', false, ...Array<number>(15).fill(2)),
		]
		expect(match(cases)).toEqual({
			...{ strata: 2, members: 35, others: 35, pairs: 20 },
			...{ membersValue: (5 * 10 + 15 * 2) / 20, othersValue: (5 * 20 + 15 * 2) / 20 },
		})
	})

	test('a difference in the mixture alone is no difference: in each kind both sides wait the same', () => {
		const cases = [
			...of('fast', true, ...Array<number>(50).fill(1)),
			...of('fast', false, ...Array<number>(5).fill(1)),
			...of('slow', true, ...Array<number>(5).fill(100)),
			...of('slow', false, ...Array<number>(50).fill(100)),
		]
		const { membersValue, othersValue } = match(cases)!
		expect(membersValue).toBe(othersValue)
	})

	test('no difference when the groups are equal', () => {
		const side = fc.array(
			fc.record({ kind: fc.constantFrom('a', 'b'), value: fc.double({ min: 0, max: 700, noNaN: true }) }),
			{ minLength: 12, maxLength: 40 },
		)
		fc.assert(
			fc.property(side, (cases) => {
				const matched = match(
					cases.flatMap((one) => [
						{ ...one, member: true },
						{ ...one, member: false },
					]),
				)
				expect(matched).not.toBeNull() // of twelve in two kinds one has six
				expect(matched!.membersValue).toBe(matched!.othersValue)
				expect(matched!.members).toBe(matched!.others)
			}),
		)
	})

	test('the order of the cases decides nothing', () => {
		const shuffled = many.chain((cases) =>
			fc.tuple(fc.constant(cases), fc.shuffledSubarray(cases, { minLength: cases.length })),
		)
		fc.assert(fc.property(shuffled, ([cases, again]) => void expect(match(again)).toEqual(match(cases))))
	})

	test('members and others are treated alike: exchanged, the numbers are exchanged', () => {
		fc.assert(
			fc.property(many, (cases) => {
				const matched = match(cases)
				const turned = match(cases.map((one) => ({ ...one, member: !one.member })))
				if (!matched) return void expect(turned).toBeNull()
				const { members, others, membersValue, othersValue, ...rest } = matched
				expect(turned).toEqual({
					...rest,
					...{ members: others, others: members },
					...{ membersValue: othersValue, othersValue: membersValue },
				})
			}),
		)
	})

	test('never fewer than five a side for each kind, and no number outside of what was measured', () => {
		fc.assert(
			fc.property(many, (cases) => {
				const matched = match(cases)
				if (!matched) return
				expect(Math.min(matched.members, matched.others, matched.pairs)).toBeGreaterThanOrEqual(LEAST * matched.strata)
				for (const [member, value] of [
					[true, matched.membersValue],
					[false, matched.othersValue],
				] as const) {
					// prettier-ignore
					const values = cases.filter((one) => one.member === member).map((one) => one.value)
					expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
					expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
				}
			}),
		)
	})
})

test('a wait ends with the answer, counts no more than four weeks, and is unknown where it may still come or cannot any more', () => {
	expect(waited(FILED, after(3.5), false, LATER)).toBe(3.5)
	expect(waited(FILED, after(3.5), true, LATER)).toBe(3.5)
	expect(waited(FILED, after(40 * 24), false, LATER)).toBe(LONGEST_WAIT_HOURS)
	expect(waited(FILED, null, false, LATER)).toBe(LONGEST_WAIT_HOURS) // nobody answered
	expect(waited(FILED, null, false, after(5))).toBeNull() // may still come
	expect(waited(FILED, null, true, LATER)).toBeNull() // withdrawn before
	expect(waited(FILED, after(-1), false, LATER)).toBe(0) // clocks differ
})

const linked = (about: Partial<LinkedCase>, times: number): LinkedCase[] =>
	Array.from({ length: times }, () => ({
		...{ group: 'labour', city: '330100', urgency: 'soon', member: false, filedAt: FILED },
		...{ repliedAt: after(4), acceptedAt: after(6), closed: true, counted: true, confirmedHelp: false },
		...about,
	}))

test('a month is kept by group and for all, in tenths of hours and thousandths of shares; what differs in city or urgency is another kind', () => {
	const cases = [
		...linked({ member: true, repliedAt: after(3.14), confirmedHelp: true }, 5),
		...linked({ confirmedHelp: true }, 1),
		...linked({}, 5),
		...linked({ member: true, city: '330200', repliedAt: after(90) }, 4), // too few
		...linked({ city: '330200' }, 9),
		...linked({ member: true, urgency: 'today' }, 9), // of these no others
		...linked({ group: 'housing', member: true, counted: false }, 5),
		...linked({ group: 'housing', counted: false }, 5),
	]
	const cells = fairnessCells(cases, LATER)
	expect(cells.map(({ measure, groupCode }) => `${measure} ${groupCode}`)).toEqual([
		'first_reply all',
		'first_reply housing',
		'first_reply labour',
		'acceptance all',
		'acceptance housing',
		'acceptance labour',
		'confirmed_help all', // of housing nothing counts
		'confirmed_help labour',
	])
	const cell = (name: string) => cells.find(({ measure, groupCode }) => `${measure} ${groupCode}` === name)
	expect(cell('first_reply labour')).toMatchObject({
		strata: 1,
		members: 5,
		others: 6,
		pairs: 5,
		membersValue: 3.1,
		othersValue: 4,
	})
	expect(cell('first_reply all')).toMatchObject({ strata: 2, members: 10, others: 11, pairs: 10, membersValue: 3.6 })
	expect(cell('confirmed_help labour')).toMatchObject({ membersValue: 1, othersValue: 0.167 })
	expect(fairnessCells([], LATER)).toEqual([])
})
