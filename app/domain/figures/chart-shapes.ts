import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'

/** Of one moment or part: a number, `null` where there is one that is not shown, `undefined` where there is none. */
export type Value = number | null | undefined
export type Box = { x: number; y: number; width: number; height: number }
export type Tick = { at: number; label: string }

/** Where lines are drawn to: one path for each run without a hole, a dot for each number. */
export type Line = {
	label: string
	paths: string[]
	dots: { x: number; y: number; value: number; index: number }[]
	/** Where the name of the line is written, clear of the names of the others; none where nothing is shown. */
	name: { x: number; y: number } | null
}
export type LineChart = {
	lines: Line[]
	/** Numbers that are there and not shown, at the foot of the plot. */
	gaps: { x: number; y: number; index: number; series: number }[]
	xTicks: Tick[]
	yTicks: Tick[]
	plot: Box
	width: number
	height: number
}
export type Series = { label: string; values: readonly Value[] }

/** Room for what stands around the plot: numbers at the left, names of the lines at the right, months below. */
type Margins = { top: number; right: number; bottom: number; left: number }
const MARGINS: Margins = { top: 10, right: 12, bottom: 24, left: 44 }

/**
 * Months from left to right, from zero up. Only numbers come out, for a page and for paper alike: both draw the same.
 * `labelWidth`: how much room a month's name takes; where there is less, only every second or third is written, the last always.
 */
export function lineChart({
	series,
	labels,
	width,
	height,
	format,
	margins = MARGINS,
	labelWidth = 56,
	nameHeight = 16,
	most,
}: {
	series: readonly Series[]
	labels: readonly string[]
	width: number
	height: number
	format: (value: number) => string
	margins?: Margins
	labelWidth?: number
	nameHeight?: number
	/** The top of the scale where the measure has one, such as 100 %. */
	most?: number
}): LineChart {
	const plot: Box = {
		x: margins.left,
		y: margins.top,
		width: width - margins.left - margins.right,
		height: height - margins.top - margins.bottom,
	}
	const numbers = series.flatMap(({ values }) => values.filter(isNumber))
	const y = scaleLinear([0, most ?? Math.max(1, ...numbers)], [plot.y + plot.height, plot.y])
	if (most === undefined) y.nice(4)
	const x = scalePoint(
		labels.map((_, index) => index),
		[plot.x, plot.x + plot.width],
	).padding(labels.length > 1 ? 0.25 : 0)
	const at = (index: number) => round(x(index)!)
	const lines = series.map(({ label, values }) => {
		const dots = values.flatMap((value, index) =>
			isNumber(value) ? [{ x: at(index), y: round(y(value)), value, index }] : [],
		)
		const last = dots.at(-1)
		return { label, paths: runsOf(dots).map(pathOf), dots, name: last ? { x: last.x, y: last.y } : null }
	})
	spread(
		lines.flatMap(({ name }) => name ?? []),
		nameHeight,
		plot,
	)
	const foot = plot.y + plot.height
	return {
		lines,
		gaps: series.flatMap(({ values }, number) =>
			values.flatMap((value, index) => (value === null ? [{ x: at(index), y: foot, index, series: number }] : [])),
		),
		xTicks: fewer(labels, plot.width, labelWidth).map((index) => ({ at: at(index), label: labels[index]! })),
		yTicks: ticksOf(y, numbers, 4).map((value) => ({ at: round(y(value)), label: format(value) })),
		plot,
		width,
		height,
	}
}

export type Bar = { label: string; value: Value; parts?: readonly { key: string; value: Value }[] }
export type BarChart = {
	bars: {
		label: string
		value: Value
		/** What stands at the end of the bar; the caller says what is not shown. */
		written: string | null
		labelY: number
		y: number
		height: number
		width: number
		segments: { key: string; x: number; width: number }[]
		/** There is a number, and it is not shown. */
		hidden: boolean
	}[]
	width: number
	height: number
}
/** What is left of a bar when its shown parts are taken off: parts that are not shown one by one. */
export const REST = 'rest'

/** Room for the number behind the longest bar. */
const BEHIND = 64

/**
 * Bars from left to right, each with its name above, so that a long name fits a phone. Parts follow each other in their
 * order; what they leave of a shown total is a part called `rest`.
 */
export function barChart({
	bars,
	width,
	barHeight,
	format,
	labelHeight = 20,
	gap = 10,
}: {
	bars: readonly Bar[]
	width: number
	barHeight: number
	format: (value: number) => string
	labelHeight?: number
	gap?: number
}): BarChart {
	const numbers = bars.map(({ value }) => value).filter(isNumber)
	const x = scaleLinear([0, Math.max(1, ...numbers)], [0, width - BEHIND])
	const step = labelHeight + barHeight + gap
	return {
		bars: bars.map(({ label, value, parts = [] }, index) => {
			const top = index * step
			const length = isNumber(value) ? round(x(value)) : 0
			return {
				label,
				value,
				written: isNumber(value) ? format(value) : null,
				labelY: top + labelHeight * 0.7,
				y: top + labelHeight,
				height: barHeight,
				width: length,
				segments: isNumber(value) ? segmentsOf(value, parts, (part) => round(x(part))) : [],
				hidden: value === null,
			}
		}),
		width,
		height: Math.max(0, bars.length * step - gap),
	}
}

function segmentsOf(total: number, parts: NonNullable<Bar['parts']>, x: (value: number) => number) {
	if (parts.length === 0) return []
	const shown = parts.flatMap(({ key, value }) => (isNumber(value) && value > 0 ? [{ key, value }] : []))
	const left = total - shown.reduce((sum, { value }) => sum + value, 0)
	let from = 0
	return [...shown, ...(left > 0 ? [{ key: REST, value: left }] : [])].map(({ key, value }) => {
		const start = x(from)
		from += value
		return { key, x: start, width: round(x(from) - start) }
	})
}

const isNumber = (value: Value): value is number => typeof value === 'number'
/** A tenth of a pixel is fine enough, and keeps the page small. */
const round = (value: number) => Math.round(value * 10) / 10

/** Dots that follow each other month by month. */
function runsOf<Dot extends { index: number }>(dots: readonly Dot[]): Dot[][] {
	const runs: Dot[][] = []
	for (const dot of dots) {
		const run = runs.at(-1)
		if (run?.at(-1)?.index === dot.index - 1) run.push(dot)
		else runs.push([dot])
	}
	return runs
}
const pathOf = (run: { x: number; y: number }[]) =>
	line<{ x: number; y: number }>(
		(dot) => dot.x,
		(dot) => dot.y,
	).digits(1)(run)!

/** No half people: whole numbers have whole ticks. */
const ticksOf = (scale: ReturnType<typeof scaleLinear<number>>, numbers: readonly number[], count: number) =>
	scale.ticks(count).filter((tick) => Number.isInteger(tick) || !numbers.every(Number.isInteger))

/** Which labels are written so that none runs into the next: counted from the last one back. */
function fewer(labels: readonly string[], width: number, labelWidth: number): number[] {
	const every = Math.max(1, Math.ceil((labels.length * labelWidth) / Math.max(1, width)))
	return labels.map((_, index) => index).filter((index) => (labels.length - 1 - index) % every === 0)
}

/** Moves names apart, in their order from top to bottom, and keeps them beside the plot. */
function spread(names: { y: number }[], apart: number, plot: Box) {
	const sorted = [...names].sort((a, b) => a.y - b.y)
	for (const [index, name] of sorted.entries()) if (index > 0) name.y = Math.max(name.y, sorted[index - 1]!.y + apart)
	const foot = plot.y + plot.height
	for (let index = sorted.length - 1; index >= 0; index--)
		sorted[index]!.y = Math.min(sorted[index]!.y, foot - (sorted.length - 1 - index) * apart)
}
