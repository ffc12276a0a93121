import { drawBars, drawLines } from './draw-charts.server'
import { drawTable } from './draw-table.server'
import { paperWords } from './numbers'
import { fill, type Block, type Report } from './report'
import { ACCENT, INK, LINE, MARGIN, MUTED, openSheet, type Sheet } from './sheet.server'

/** The report as a PDF: text that can be searched and copied, a structure for screen readers, numbered pages. */
export async function drawReport(given: Report): Promise<Buffer> {
	const report = given.language === 'en' ? plainQuotes(given) : given
	const words = paperWords(report.language)
	const sheet = openSheet(report, words.brand)
	const { doc } = sheet
	sheet.decoration(() => doc.rect(0, 0, doc.page.width, 8).fill(ACCENT))
	sheet.text('P', words.brand, 'bold', 11, { colour: ACCENT, after: 2 })
	sheet.text('H1', report.title, 'bold', 22, { after: 6 })
	for (const line of report.about) sheet.text('P', line, 'regular', 9.5, { colour: MUTED, after: 1 })
	doc.y += 8
	for (const [index, block] of report.blocks.entries()) {
		if (block.kind === 'heading') sheet.room(roomOf(report.blocks.slice(index + 1, index + 4)))
		draw(sheet, block, words.hidden)
	}
	return sheet.finish((page, pages) => fill(words.page, { page, pages }))
}

/** The typeface is a Chinese one: its curly quotes are as wide as a Chinese sign, and tear an English word apart. */
function plainQuotes<T>(value: T): T {
	if (typeof value === 'string') return value.replace(/[‘’]/g, "'").replace(/[“”]/g, '"') as T
	if (Array.isArray(value)) return value.map(plainQuotes) as T
	if (!value || typeof value !== 'object' || value instanceof Date) return value
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainQuotes(part)])) as T
}

/** What a heading needs below it: a chart that comes soon stays with its heading. */
function roomOf(next: Block[]): number {
	const chart = next.find((block) => block.kind === 'lines' || block.kind === 'bars')
	return chart ? chart.chart.height + 34 + 70 : 90
}

function draw(sheet: Sheet, block: Block, hiddenWord: string): void {
	const { doc, root } = sheet
	switch (block.kind) {
		case 'heading':
			doc.y += 8
			doc.outline.addItem(block.text)
			return sheet.text('H2', block.text, 'bold', 14, { colour: ACCENT, after: 5 })
		case 'text':
			return sheet.text('P', block.text, 'regular', 9, { after: 6 })
		case 'note':
			return drawNote(sheet, block)
		case 'tiles':
			return drawTiles(sheet, block.tiles)
		case 'table':
			return drawTable(sheet, block)
		case 'list':
			for (const item of block.items) sheet.text('P', `· ${item}`, 'regular', 9, { after: 3 })
			return
		case 'terms':
			for (const one of block.terms) drawTerm(sheet, one)
			return
		case 'lines':
		case 'bars':
			sheet.room(block.chart.height + 34)
			sheet.text('H3', block.title, 'bold', 10, { after: 4 })
			root.add(
				doc.struct('Figure', { alt: block.alt, title: block.title }, () =>
					block.kind === 'lines' ? drawLines(sheet, block.chart) : drawBars(sheet, block.chart, hiddenWord),
				),
			)
			doc.y += 8
	}
}

/** The term in bold and what it means, as one paragraph. */
function drawTerm(sheet: Sheet, { term, meaning }: { term: string; meaning: string }) {
	const { doc, root } = sheet
	sheet.room(26)
	root.add(
		doc.struct('P', {}, () => {
			sheet.write('bold', 8.5).text(`${term}  `, MARGIN, doc.y, { width: sheet.width, lineGap: 2, continued: true })
			sheet.write('regular', 8.5).text(meaning)
		}),
	)
	doc.y += 3
}

function drawNote(sheet: Sheet, { title, text }: { title: string; text: string }) {
	const { doc } = sheet
	sheet.room(60)
	const top = doc.y
	sheet.text('P', title, 'bold', 10, { after: 1 })
	sheet.text('P', text, 'regular', 9.5, { after: 4 })
	sheet.decoration(() => doc.rect(MARGIN - 10, top, 3, Math.max(10, doc.y - top - 4)).fill(INK))
	doc.y += 6
}

function drawTiles(sheet: Sheet, tiles: { label: string; value: string; under: string }[]) {
	const { doc, root } = sheet
	const gap = 8
	const width = (sheet.width - gap * (tiles.length - 1)) / tiles.length
	const height = 78
	sheet.room(height)
	const top = doc.y
	for (const [index, { label, value, under }] of tiles.entries()) {
		const left = MARGIN + index * (width + gap)
		sheet.decoration(() => doc.roundedRect(left, top, width, height, 4).lineWidth(0.8).strokeColor(LINE).stroke())
		const line = (said: string, font: 'regular' | 'bold', size: number, y: number, colour = INK) =>
			sheet.write(font, size, colour).text(said, left + 8, top + y, { width: width - 16, lineGap: 0 })
		root.add(
			doc.struct('P', {}, () => {
				line(label, 'regular', 8, 6, MUTED)
				line(value, 'bold', 18, 31)
				line(under, 'regular', 8, 60, MUTED)
			}),
		)
	}
	doc.x = MARGIN
	doc.y = top + height + 10
}
