import fc from 'fast-check'
import { expect, test } from 'vitest'
import { periodBefore, periodOf, readAddress, searchOf, type Asked } from '~/domain/figures/address'
import { sayChange, sayNumber, sayValue } from '~/domain/figures/board-words'
import { composeBoard, type Material } from '~/domain/figures/compose-board'
import { lookUp, monthsFrom, type Cell } from '~/domain/figures/look-up'
import { figuresText } from '~/i18n/figures-text.server'

const read = (search: string) => readAddress('outcomes', new URLSearchParams(search))

test('an address says what is shown, and leaves out what is usual', () => {
	expect(read('')).toEqual({
		asked: { area: 'all', compare: null, from: null, to: null, by: 'category' },
		problems: [],
	})
	const asked: Asked = { area: '330100', compare: 'all', from: '2026-03-01', to: '2026-08-01', by: 'sector' }
	expect(read(searchOf('outcomes', asked))).toEqual({ asked, problems: [] })
	expect(searchOf('outcomes', read('').asked)).toBe('')
	expect(read('area=330100&compare=330100').asked.compare).toBeNull()
	expect(read('area=x&compare=1&from=2026-00&to=26-01&by=campaign').problems).toEqual([
		'area',
		'compare',
		'month',
		'by',
	])
	expect(read('from=2026-05&to=2026-04').problems).toEqual(['order'])
	expect(readAddress('enrolment', new URLSearchParams('by=campaign')).problems).toEqual([])
})

test('whatever stands in an address is read without falling over', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), fc.string(), (area, from, by) => {
			const { asked } = readAddress('enrolment', new URLSearchParams({ area, from, by }))
			expect(readAddress('enrolment', new URLSearchParams(searchOf('enrolment', asked))).asked).toEqual(asked)
		}),
	)
})

test('the last twelve months, as far as they were told; before them as many, or none', () => {
	const told = monthsFrom('2025-01-01', '2026-10-01')
	const usual = read('').asked
	expect(periodOf(usual, told)).toEqual(monthsFrom('2025-11-01', '2026-10-01'))
	expect(periodBefore(periodOf(usual, told), told)).toEqual([])
	expect(periodOf({ ...usual, from: '2020-01-01', to: '2099-01-01' }, told)).toEqual(told)
	expect(periodOf({ ...usual, to: '2024-01-01' }, told)).toEqual([])
	expect(periodOf({ ...usual, from: '2027-01-01' }, told)).toEqual([])
	expect(periodOf(usual, [])).toEqual([])
	const half = monthsFrom('2026-05-01', '2026-10-01')
	expect(periodBefore(half, told)).toEqual(monthsFrom('2025-11-01', '2026-04-01'))
})

const MONTHS = ['2026-08-01', '2026-09-01']
function filedBy(values: Record<string, (number | null)[]>) {
	const cells = Object.entries(values).flatMap(([column, row]) =>
		row.map((value, index): Cell => ({
			...{
				tableCode: 'help_area_category',
				measure: 'filed',
				month: MONTHS[index]!,
				row: 'all',
				column,
				value,
				n: null,
			},
		})),
	)
	const material: Material = {
		board: 'outcomes',
		asked: { area: 'all', compare: null, from: null, to: null, by: 'category' },
		months: MONTHS,
		before: [],
		find: lookUp(cells, MONTHS),
		compare: null,
		placeName: null,
		codes: Object.keys(values)
			.filter((code) => code !== 'all')
			.map((code) => ({ code, name: code })),
		below: [],
	}
	const block = composeBoard(material).blocks.find(({ id }) => id === 'filed-by-category')!
	return Object.fromEntries(block.rows.map(({ code, cells: [first] }) => [code, first!.value]))
}

test('what is left of a sum is said of two rows together and never of one', () => {
	expect(filedBy({ all: [20, 20], a: [10, 10], b: [6, null], c: [4, null] })).toMatchObject({
		b: null,
		c: null,
		rest: 20,
	})
	// one row alone would be told by it
	expect(filedBy({ all: [20, 20], a: [10, 10], b: [10, null] })).not.toHaveProperty('rest')
	// the whole is not shown, or nothing but the whole would be
	expect(filedBy({ all: [20, null], a: [10, 10], b: [6, null], c: [4, null] })).not.toHaveProperty('rest')
	expect(filedBy({ all: [20, 20], b: [6, null], c: [4, null] })).not.toHaveProperty('rest')
})

test('numbers in words of both languages: what is not shown is never a zero', async () => {
	for (const [locale, hidden, oneMonth, none, few] of [
		['en', 'Not shown', 'At least one month isn’t shown', 'None', 'Fewer than 5'],
		['zh-CN', '不显示', '至少有一个月不显示', '没有', '不到 5 人'],
	] as const) {
		const say = { t: await figuresText(locale), locale }
		expect([
			sayValue(say, 'filed', null),
			sayValue(say, 'filed', null, true),
			sayValue(say, 'rating_mean', undefined),
			sayValue(say, 'members', 0),
			sayValue(say, 'filed', 0),
		]).toEqual([hidden, oneMonth, none, few, '0'])
	}
	const en = { t: await figuresText('en'), locale: 'en' } as const
	expect([
		sayNumber(en, 'filed', 1234),
		sayNumber(en, 'accepted_in_time_rate', 60),
		sayNumber(en, 'days_to_outcome_median', 12),
		sayNumber(en, 'money_recovered_yuan', 93000),
		sayNumber(en, 'money_recovered_yuan', 93000, true),
		sayChange(en, 'accepted_in_time_rate', -5),
		sayChange(en, 'filed', 12),
		sayChange(en, 'filed', 0),
	]).toEqual(['1,234', '60%', '12 days', '¥93,000', '¥93K', '-5 points', '+12', 'no change'])
})
