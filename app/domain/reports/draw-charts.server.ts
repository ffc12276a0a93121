import { REST, type BarChart, type LineChart } from '~/domain/figures/chart-shapes'
import { ACCENT, INK, LINE, MARGIN, MUTED, SOFT, type Sheet } from './sheet.server'

type Doc = Sheet['doc']
const DASHES = [null, [5, 3]] as const
const COLOURS = [ACCENT, INK] as const

/** Lines that differ by dash and mark, named at their end; a hidden month is a hole with an open circle at the foot. */
export function drawLines(sheet: Sheet, chart: LineChart): void {
	const { doc } = sheet
	const top = doc.y
	doc.save().translate(MARGIN, top)
	const { plot } = chart
	for (const { at, label } of chart.yTicks) {
		doc
			.moveTo(plot.x, at)
			.lineTo(plot.x + plot.width, at)
			.lineWidth(0.5)
			.strokeColor(LINE)
			.stroke()
		sheet.write('regular', 8, MUTED).text(label, 0, at - 5, { width: plot.x - 6, align: 'right', lineBreak: false })
	}
	for (const { at, label } of chart.xTicks)
		sheet
			.write('regular', 8, MUTED)
			.text(label, at - 30, plot.y + plot.height + 5, { width: 60, align: 'center', lineBreak: false })
	for (const [number, { label, paths, dots, name }] of chart.lines.entries()) {
		const colour = COLOURS[number % COLOURS.length]!
		const dash = DASHES[number % DASHES.length]!
		doc.lineWidth(1.5).strokeColor(colour)
		for (const path of paths) {
			if (dash) doc.dash(dash[0], { space: dash[1] })
			doc.path(path).stroke()
			doc.undash()
		}
		for (const { x, y } of dots) mark(doc, number, x, y, colour)
		if (name)
			sheet
				.write('bold', 8, colour)
				.text(label, name.x + 8, name.y - 5, { width: chart.width - name.x - 8, lineBreak: false, ellipsis: true })
	}
	doc.lineWidth(1).strokeColor(MUTED)
	for (const { x, y, series } of chart.gaps) doc.circle(x + series * 5 - 2.5, y, 2.2).stroke()
	doc.restore()
	doc.x = MARGIN
	doc.y = top + chart.height
}
const mark = (doc: Doc, number: number, x: number, y: number, colour: string) =>
	(number === 0 ? doc.circle(x, y, 2.4) : doc.rect(x - 2.2, y - 2.2, 4.4, 4.4)).fill(colour)

/** Bars with their number behind; parts differ by shade and hatching. Where the number is not shown, the word says so. */
export function drawBars(sheet: Sheet, chart: BarChart, hiddenWord: string): void {
	const { doc } = sheet
	const top = doc.y
	doc.save().translate(MARGIN, top)
	for (const bar of chart.bars) {
		sheet
			.write('regular', 9)
			.text(bar.label, 0, bar.labelY - 9, { width: chart.width, lineBreak: false, ellipsis: true })
		if (bar.segments.length === 0 && bar.width > 0) doc.rect(0, bar.y, bar.width, bar.height).fill(MUTED)
		for (const { key, x, width } of bar.segments) segment(doc, key, x, bar.y, width, bar.height)
		const written = bar.hidden ? hiddenWord : (bar.written ?? '')
		sheet
			.write(bar.hidden ? 'regular' : 'bold', 9, bar.hidden ? MUTED : INK)
			.text(written, bar.width + 5, bar.y - 1, { lineBreak: false })
	}
	doc.restore()
	doc.x = MARGIN
	doc.y = top + chart.height + 4
}

function segment(doc: Doc, key: string, x: number, y: number, width: number, height: number) {
	if (width <= 0) return
	doc
		.rect(x, y, width, height)
		.fillAndStroke(key === 'got_help' ? ACCENT : key === 'partly' ? '#ffffff' : key === REST ? '#ffffff' : SOFT, ACCENT)
	if (key !== 'partly' && key !== REST) return
	doc.save().rect(x, y, width, height).clip().lineWidth(0.8).strokeColor(ACCENT)
	if (key === 'partly')
		for (let from = x - height; from < x + width; from += 3.5)
			doc
				.moveTo(from, y + height)
				.lineTo(from + height, y)
				.stroke()
	else
		for (let dotX = x + 2; dotX < x + width; dotX += 4)
			for (let dotY = y + 2; dotY < y + height; dotY += 4) doc.circle(dotX, dotY, 0.6).fill(ACCENT)
	doc.restore()
}
