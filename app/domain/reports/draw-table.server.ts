import { LINE, MARGIN, MUTED, SOFT, type Font, type Sheet } from './sheet.server'

const PAD = 3

/** A table whose head is said again on each page; the first column holds words, the others numbers. */
export function drawTable(
	sheet: Sheet,
	{ title, columns, rows, small }: { title: string; columns: string[]; rows: string[][]; small?: boolean },
) {
	const { doc, root } = sheet
	const size = small ? 6.5 : 8.5
	const first = small ? 72 : Math.max(110, sheet.width - (columns.length - 1) * 92)
	const others = (sheet.width - first) / Math.max(1, columns.length - 1)
	const widthOf = (column: number) => (column === 0 ? first : others)
	const leftOf = (column: number) => MARGIN + (column === 0 ? 0 : first + (column - 1) * others)
	const heightOf = (cells: string[], font: Font) =>
		Math.max(
			...cells.map((said, column) =>
				sheet.write(font, size).heightOfString(said, { width: widthOf(column) - 2 * PAD }),
			),
		) +
		2 * PAD
	const table = doc.struct('Table', { title })
	root.add(table)

	function row(cells: string[], height: number, head: boolean) {
		const font: Font = head ? 'bold' : 'regular'
		const top = doc.y
		sheet.decoration(() => {
			if (head) doc.rect(MARGIN, top, sheet.width, height).fill(SOFT)
			doc
				.moveTo(MARGIN, top + height)
				.lineTo(MARGIN + sheet.width, top + height)
				.lineWidth(0.5)
				.strokeColor(LINE)
				.stroke()
		})
		const line = doc.struct('TR')
		table.add(line)
		for (const [column, said] of cells.entries()) {
			const cell = doc.struct(head || column === 0 ? 'TH' : 'TD', {}, () => {
				sheet.write(font, size, head ? MUTED : undefined).text(said, leftOf(column) + PAD, top + PAD, {
					width: widthOf(column) - 2 * PAD,
					align: column === 0 ? 'left' : 'right',
				})
			})
			line.add(cell)
		}
		line.end()
		doc.x = MARGIN
		doc.y = top + height
	}
	const [head, heights] = [heightOf(columns, 'bold'), rows.map((cells) => heightOf(cells, 'regular'))]
	sheet.room(head + (heights[0] ?? 0))
	row(columns, head, true)
	for (const [index, cells] of rows.entries()) {
		if (doc.y + heights[index]! > sheet.bottom) {
			doc.addPage()
			row(columns, head, true)
		}
		row(cells, heights[index]!, false)
	}
	table.end()
	doc.y += 10
}
