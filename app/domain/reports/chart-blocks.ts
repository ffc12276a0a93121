import { barChart, lineChart, type Bar, type Value } from '~/domain/figures/chart-shapes'
import type { Measure } from '~/domain/figures/tables'
import type { NumberWriter } from './numbers'
import { PAPER_WIDTH, fill, type Block } from './report'

/** Room for numbers at the left and for the names of lines at the right. */
const MARGINS = { top: 10, right: 118, bottom: 22, left: 36 }

/** Lines through the year, and the same numbers in a small table below. */
export function lineBlocks(
	write: NumberWriter,
	title: string,
	months: string[],
	shown: { label: string; measure: Measure; of: (month: string) => Value }[],
): Block[] {
	const { words } = write
	const labels = months.map(write.month)
	const rows = shown.map(({ label, measure, of }) => [label, ...months.map((month) => write.said(measure, of(month)))])
	const said = rows.map(([label, ...all]) => `${label}: ${all.join(', ')}`).join('; ')
	const chart = lineChart({
		...{ labels, width: PAPER_WIDTH, height: 170, format: write.number, margins: MARGINS, nameHeight: 12 },
		series: shown.map(({ label, of }) => ({ label, values: months.map(of) })),
	})
	return [
		{ kind: 'lines', title, alt: fill(words.lines.described, { title, series: said }), chart },
		...(chart.gaps.length > 0 ? [{ kind: 'text', text: words.lines.gap } as const] : []),
		{ kind: 'table', title, columns: [words.lines.month, ...labels], rows, small: true },
	]
}

/** Bars of what there is; none where there is nothing. */
export function barBlocks(write: NumberWriter, title: string, all: Bar[]): Block[] {
	const { words } = write
	const bars = all.filter(({ value }) => value !== 0 && value !== undefined)
	if (bars.length === 0) return []
	const chart = barChart({
		...{ bars, width: PAPER_WIDTH, barHeight: 12, format: write.number, labelHeight: 14, gap: 6 },
	})
	const said = chart.bars.map(({ label, written }) => `${label}: ${written ?? words.hidden}`).join('; ')
	return [{ kind: 'bars', title, alt: fill(words.bars.described, { title, bars: said }), chart }]
}
