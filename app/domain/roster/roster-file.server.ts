import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { Unzip, UnzipInflate } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import type { TableFormat } from '~/lib/table-file'
import { MOST_ROWS, type ImportFailure } from './import-state'

/** A file that cannot be read; the code says why. */
export class RosterFileError extends Error {
	override name = 'RosterFileError'
	constructor(readonly failure: ImportFailure) {
		super(failure)
	}
}

/** What the bytes are, whatever the file is called; `xls` is the old kind that nothing here reads. */
export function formatOf(bytes: Buffer): TableFormat | 'xls' | null {
	if (bytes.length === 0) return null
	if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return 'xlsx'
	if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'xls'
	return utf16Of(bytes) || !bytes.includes(0) ? 'csv' : null // no text has the sign 0
}

const utf16Of = (bytes: Buffer) =>
	bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null

/** UTF-8, what Excel calls Unicode text, or else what Chinese table programs have written for thirty years. A mark at the start is left out. */
export function textOf(bytes: Buffer): string {
	for (const encoding of [utf16Of(bytes) ?? 'utf-8', 'gb18030']) {
		try {
			return new TextDecoder(encoding, { fatal: true }).decode(bytes)
		} catch {
			continue
		}
	}
	throw new RosterFileError('unreadable')
}

const DELIMITERS = [',', ';', '\t'] as const
/** The one that stands in most of the first lines, outside of quotes, and of those the one that stands there most often. */
export function delimiterOf(text: string): (typeof DELIMITERS)[number] {
	const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
	const lines = start.split(/\r?\n/).slice(0, 20)
	const score = (sign: string) => {
		const counts = lines.map((line) => line.split(sign).length - 1)
		return counts.filter(Boolean).length * 1_000 + Math.max(...counts)
	}
	return [...DELIMITERS].sort((a, b) => score(b) - score(a))[0]!
}

export type FileRow = { rowNo: number; cells: string[] }
/** Blank lines after the last row are not counted, so a few more than may be read are looked at. */
const MOST_LINES = MOST_ROWS + 1_000
const MOST_CELLS = 200

/** The rows of a file one after the other, as a table program counts them. Throws RosterFileError. */
export async function* rowsOf(bytes: Buffer, kind: TableFormat): AsyncGenerator<FileRow> {
	let rowNo = 0
	for await (const cells of kind === 'csv' ? csvRows(bytes) : sheetRows(bytes)) {
		if (++rowNo > MOST_LINES) throw new RosterFileError('too_many_rows')
		yield { rowNo, cells: cells.slice(0, MOST_CELLS) }
	}
}

/** In pieces, so that no copy of the whole is made. */
function* pieces(text: string, size = 65_536) {
	for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function* csvRows(bytes: Buffer): AsyncGenerator<string[]> {
	const text = textOf(bytes)
	const rows = Readable.from(pieces(text)).pipe(
		parse({
			delimiter: delimiterOf(text),
			relax_column_count: true,
			relax_quotes: true,
			max_record_size: 100_000,
		}),
	)
	try {
		for await (const row of rows) yield row as string[]
	} catch {
		throw new RosterFileError('unreadable') // a quotation mark that nobody closed
	}
}

/** What a sheet may unfold to: it lies in memory while it is read. */
const MOST_UNFOLDED = 150 * 1_048_576
const LINE = Buffer.from('<row')

/**
 * A table of ten megabytes can unfold to thousands of them: it is unfolded once and thrown away, to know its size and the
 * number of its rows, before anything holds it.
 */
export function checkSheet(bytes: Buffer, most = MOST_UNFOLDED): void {
	let unfolded = 0
	const unzip = new Unzip((file) => {
		let lines = 0
		const rows = file.name.startsWith('xl/worksheets/')
		file.ondata = (error, piece) => {
			if (error) throw error // also what was thrown here comes back as one
			unfolded += piece.length
			if (unfolded > most) throw new RosterFileError('too_large')
			if (!rows) return
			const part = Buffer.from(piece.buffer, piece.byteOffset, piece.length)
			for (let at = part.indexOf(LINE); at >= 0; at = part.indexOf(LINE, at + LINE.length)) lines++
			if (lines > MOST_LINES) throw new RosterFileError('too_many_rows')
		}
		file.start()
	})
	unzip.register(UnzipInflate)
	try {
		for (let at = 0; at < bytes.length; at += 16_384)
			unzip.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length)
	} catch (error) {
		throw error instanceof RosterFileError ? error : new RosterFileError('unreadable')
	}
}

async function* sheetRows(bytes: Buffer): AsyncGenerator<string[]> {
	checkSheet(bytes)
	// Numbers as they stand in the file: a number of eighteen digits would lose its last ones.
	const rows = await readSheet(bytes, { parseNumber: (text) => text }).catch(() => {
		throw new RosterFileError('unreadable')
	})
	for (const row of rows) yield row.map(cellText)
}

function cellText(cell: unknown): string {
	if (cell === null || cell === undefined) return ''
	if (cell instanceof Date) return cell.toISOString().slice(0, 10)
	const text = String(cell)
	// 1.3800138E10 is a phone number; what has more than fifteen digits has lost some, and stays as it is to be told
	return /^\d(\.\d+)?E\+?\d+$/i.test(text) && Number(text) < 1e15 ? String(Number(text)) : text
}
