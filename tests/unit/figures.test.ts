import { expect, test } from 'vitest'
import { changeOf, lookUp, monthAfter, monthsBetween, monthsFrom, sumOf, type Cell } from '~/domain/figures/look-up'

const cell = (month: string, value: number | null, over: Partial<Cell> = {}): Cell => ({
	tableCode: 'help_area_ending',
	measure: 'endings',
	month,
	row: 'all',
	column: 'all',
	value,
	n: null,
	...over,
})

test('a count that is not there is zero in a month that was told, and nothing in any other; a time is nothing', () => {
	const find = lookUp(
		[
			cell('2026-08-01', 12),
			cell('2026-09-01', null),
			cell('2026-08-01', 8, { measure: 'days_to_outcome_median', column: 'confirmed', n: 10 }),
		],
		['2026-08-01', '2026-09-01', '2026-10-01'],
	)
	const place = { table: 'help_area_ending', measure: 'endings', row: 'all', column: 'all' } as const
	const days = { ...place, measure: 'days_to_outcome_median', column: 'confirmed' } as const
	expect(['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'].map((month) => find(place, month).value)).toEqual([
		12,
		null,
		0,
		undefined,
	])
	expect(['2026-08-01', '2026-09-01'].map((month) => find(days, month))).toEqual([
		{ value: 8, n: 10 },
		{ value: undefined, n: null },
	])
})

test('months are added only where every one is shown, and a change only between two shown numbers', () => {
	expect([sumOf([1, 2, 3]), sumOf([1, null, 3]), sumOf([1, undefined, 3]), sumOf([undefined]), sumOf([0])]).toEqual([
		6,
		null,
		4,
		undefined,
		0,
	])
	expect([changeOf(5, 8), changeOf(null, 8), changeOf(5, null), changeOf(undefined, 8), changeOf(8, 8)]).toEqual([
		3,
		null,
		null,
		null,
		0,
	])
})

test('months are counted over the turn of a year', () => {
	expect([monthAfter('2026-01-01', -1), monthAfter('2025-12-01', 1), monthAfter('2026-03-01', -12)]).toEqual([
		'2025-12-01',
		'2026-01-01',
		'2025-03-01',
	])
	expect([monthsBetween('2025-11-01', '2026-02-01'), monthsFrom('2025-12-01', '2026-01-01')]).toEqual([
		4,
		['2025-12-01', '2026-01-01'],
	])
	expect(monthsFrom('2026-02-01', '2026-01-01')).toEqual([])
})
