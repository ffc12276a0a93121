import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REST, barChart, lineChart, type Value } from '~/domain/figures/chart-shapes'

const MONTHS = ['6', '7', '8', '9', '10', '11']
const chart = (...series: Value[][]) =>
	lineChart({
		series: series.map((values, index) => ({ label: `s${index}`, values })),
		labels: MONTHS,
		width: 360,
		height: 200,
		format: String,
	})

test('a month that is not shown is a hole in the line and a sign at its foot, not a zero', () => {
	const {
		lines: [line],
		gaps,
		plot,
	} = chart([10, 20, null, 30, undefined, 40])
	expect(line!.paths).toHaveLength(3)
	expect(line!.dots.map(({ index, value }) => [index, value])).toEqual([
		[0, 10],
		[1, 20],
		[3, 30],
		[5, 40],
	])
	expect(gaps.map(({ index }) => index)).toEqual([2])
	expect(gaps[0]!.y).toBe(plot.y + plot.height)
	expect(line!.dots.every(({ y }) => y < plot.y + plot.height)).toBe(true)
})

test('lines start from zero and stay inside the plot, whatever the numbers', () => {
	const value = fc.option(fc.nat(1_000_000), { nil: null })
	fc.assert(
		fc.property(fc.array(value, { minLength: 6, maxLength: 6 }), (values) => {
			const { lines, plot, gaps } = chart(values)
			for (const { x, y } of lines[0]!.dots) {
				expect(x).toBeGreaterThanOrEqual(plot.x)
				expect(x).toBeLessThanOrEqual(plot.x + plot.width)
				expect(y).toBeGreaterThanOrEqual(plot.y)
				expect(y).toBeLessThanOrEqual(plot.y + plot.height)
			}
			expect(lines[0]!.dots.length + gaps.length).toBe(6)
		}),
	)
	const [zero] = chart([0, 0, 0, 0, 0, 10]).lines[0]!.dots
	expect(zero!.y).toBe(200 - 24)
})

test('counts have whole ticks, months are thinned from the last back, names of lines keep apart', () => {
	const few = chart([1, 2, 1, 2, 1, 2], [1, 2, 1, 2, 1, 2], [1, 2, 1, 2, 1, 2])
	expect(few.yTicks.map(({ label }) => label)).toEqual(['0', '1', '2'])
	const heights = few.lines.map(({ name }) => name!.y).sort((a, b) => a - b)
	expect(heights[1]! - heights[0]!).toBeGreaterThanOrEqual(16)
	expect(heights[2]! - heights[1]!).toBeGreaterThanOrEqual(16)
	expect(few.xTicks.map(({ label }) => label)).toEqual(['7', '9', '11'])
	expect(chart([null, null, null, null, null, null]).lines[0]).toMatchObject({ paths: [], dots: [], name: null })
})

test('a share ends at a hundred, not at the largest', () => {
	const { lines } = lineChart({
		series: [{ label: '', values: [50] }],
		labels: ['9'],
		width: 200,
		height: 120,
		format: String,
		margins: { top: 10, right: 0, bottom: 10, left: 0 },
		most: 100,
	})
	expect(lines[0]!.dots[0]).toMatchObject({ y: 60 })
})

test('bars: the longest fills the room, parts follow each other, and what they leave is one part', () => {
	const { bars, height } = barChart({
		bars: [
			{
				label: 'a',
				value: 100,
				parts: [
					{ key: 'helped', value: 50 },
					{ key: 'partly', value: null },
					{ key: 'not', value: 30 },
					{ key: 'none', value: undefined },
				],
			},
			{ label: 'b', value: null, parts: [{ key: 'helped', value: null }] },
			{ label: 'c', value: 0 },
		],
		width: 264,
		barHeight: 20,
		format: (value) => `${value}!`,
	})
	expect(bars[0]).toMatchObject({
		width: 200,
		written: '100!',
		hidden: false,
		segments: [
			{ key: 'helped', x: 0, width: 100 },
			{ key: 'not', x: 100, width: 60 },
			{ key: REST, x: 160, width: 40 },
		],
	})
	expect(bars[1]).toMatchObject({ width: 0, written: null, hidden: true, segments: [] })
	expect(bars[2]).toMatchObject({ width: 0, written: '0!', hidden: false })
	expect(height).toBe(bars[2]!.y + 20)
})
