import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from 'fflate'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Everything of a workbook but its sheets. */
const parts = (titles: string[]): [name: string, content: string][] => [
	[
		'[Content_Types].xml',
		`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>${each(titles, (_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${KIND}.worksheet+xml"/>`)}</Types>`,
	],
	[
		'_rels/.rels',
		`<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	],
	[
		'xl/workbook.xml',
		`<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(titles, (title, n) => `<sheet name="${text(title.slice(0, 31))}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
	],
	[
		'xl/_rels/workbook.xml.rels',
		`<Relationships xmlns="${PACKAGE}/relationships">${each(titles, (_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
	],
]
const each = (titles: string[], write: (title: string, n: number) => string) =>
	titles.map((title, index) => write(title, index + 1)).join('')

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Signs that XML has no way to hold are left out. */
const text = (value: string) =>
	value
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
/** A to Z, then AA: what stands above a column. */
const letters = (column: number): string =>
	(column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
const cellOf = (value: string | number | null, place: string, numbers: boolean) =>
	value === null || value === ''
		? ''
		: numbers && typeof value === 'number'
			? `<c r="${place}"><v>${value}</v></c>`
			: `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text(String(value))}</t></is></c>`
const line = (row: Line, number: number, numbers: boolean) =>
	`<row r="${number}">${row.map((value, column) => cellOf(value, letters(column) + number, numbers)).join('')}</row>`

type Line = (string | number | null)[]
type Sheet = { title: string; batches: AsyncIterable<Line[]> }

/**
 * A table as Excel reads it, written row by row, so that any number of rows takes the memory of one batch. Every cell is a
 * text: no number loses digits, and nothing is taken for a formula.
 */
export const xlsxStream = (title: string, batches: AsyncIterable<Line[]>) => written([{ title, batches }], false)

/** Several tables, one a sheet. What is a number stays one, to be reckoned with; everything else is a text. */
export const xlsxSheets = (sheets: Sheet[]) => written(sheets, true)

async function* written(sheets: Sheet[], numbers: boolean): AsyncGenerator<Uint8Array> {
	let ready: Uint8Array[] = []
	const zip = new Zip((error, piece) => {
		if (error) throw error
		ready.push(piece)
	})
	for (const [name, content] of parts(sheets.map(({ title }) => title))) {
		const part = new ZipPassThrough(name)
		zip.add(part)
		part.push(strToU8(XML + content), true)
	}
	for (const [index, { batches }] of sheets.entries()) {
		const sheet = new ZipDeflate(`xl/worksheets/sheet${index + 1}.xml`, { level: 6 })
		zip.add(sheet)
		sheet.push(strToU8(`${XML}<worksheet xmlns="${MAIN}"><sheetData>`))
		let number = 0
		for await (const rows of batches) {
			sheet.push(strToU8(rows.map((row) => line(row, ++number, numbers)).join('')))
			yield* ready
			ready = []
		}
		sheet.push(strToU8('</sheetData></worksheet>'), true)
	}
	zip.end()
	yield* ready
}
