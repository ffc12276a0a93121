import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Report } from './report'

export const INK = '#1d2320'
export const MUTED = '#565d58'
export const LINE = '#dcd7cb'
export const ACCENT = '#0b5f49'
export const SOFT = '#e3efe9'
export const MARGIN = 50
/** For screen readers. The library knows it, its types do not. */
const UA = 'PDF/UA' as 'PDF/A-2'
/** Where the foot of a page begins. */
const FOOT = 56

const require = createRequire(import.meta.url)
let fonts: { regular: Buffer; bold: Buffer } | undefined
/** Ten megabytes each, read once; of them only the signs of a report go into it. */
function fontFiles() {
	const file = (name: string) => readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`))
	return (fonts ??= { regular: file('400Regular/NotoSansSC_400Regular'), bold: file('700Bold/NotoSansSC_700Bold') })
}

export type Sheet = ReturnType<typeof openSheet>
/** By their own names: under another one the library would open the file anew at every word. */
const NAMES = { regular: 'NotoSansSC-Regular', bold: 'NotoSansSC-Bold' } as const
export type Font = keyof typeof NAMES

/**
 * A tagged A4 document that grows downwards: what is put on it is a structure that a screen reader goes through, and what is
 * decoration is marked as that. `finish` numbers the pages.
 */
export function openSheet({ language, title, subject, publishedAt }: Report, author: string) {
	const { regular, bold } = fontFiles()
	const doc = new PDFDocument({
		...{ size: 'A4', margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT }, bufferPages: true },
		...{ tagged: true, lang: language, displayTitle: true, pdfVersion: '1.7', subset: UA },
		info: { Title: title, Subject: subject, Author: author, CreationDate: publishedAt, ModDate: publishedAt },
		font: regular as unknown as string, // the types know only of names; the library takes the bytes, and no Helvetica comes in
	})
	doc.registerFont(NAMES.regular, regular)
	doc.registerFont(NAMES.bold, bold)
	const root = doc.struct('Document')
	doc.addStructure(root)
	const bottom = doc.page.height - FOOT
	const write = (font: Font, size: number, colour = INK) => doc.font(NAMES[font]).fontSize(size).fillColor(colour)

	/** Start a page where less than that is left of this one. */
	function room(height: number) {
		if (doc.y + height > bottom) doc.addPage()
	}
	/** Text across the page, as one element. */
	function text(
		tag: 'H1' | 'H2' | 'H3' | 'P',
		said: string,
		font: Font,
		size: number,
		{ colour = INK, after = 4 } = {},
	) {
		room(size * 2)
		root.add(
			doc.struct(tag, {}, () => {
				write(font, size, colour).text(said, MARGIN, doc.y, { width: doc.page.width - 2 * MARGIN, lineGap: size * 0.3 })
			}),
		)
		doc.y += after
	}
	/** What says nothing: lines, grounds, page numbers. */
	function decoration(draw: () => void) {
		doc.markContent('Artifact', { type: 'Layout' })
		draw()
		doc.endMarkedContent()
	}
	async function finish(pageWords: (page: number, pages: number) => string): Promise<Buffer> {
		root.end()
		const { count } = doc.bufferedPageRange()
		for (let page = 0; page < count; page++) {
			doc.switchToPage(page)
			doc.page.margins.bottom = 0 // else writing at the foot begins a page
			doc.markContent('Artifact', { type: 'Pagination' })
			write('regular', 8, MUTED)
			const y = doc.page.height - 36
			const width = doc.page.width - 2 * MARGIN
			doc.text(title, MARGIN, y, { width: width - 110, lineBreak: false, ellipsis: true })
			doc.text(pageWords(page + 1, count), MARGIN, y, { width, align: 'right', lineBreak: false })
			doc.endMarkedContent()
		}
		const pieces: Buffer[] = []
		const read = new Promise<Buffer>((done, failed) => {
			doc.on('data', (piece: Buffer) => pieces.push(piece))
			doc.on('end', () => done(Buffer.concat(pieces)))
			doc.on('error', failed)
		})
		doc.end()
		return read
	}
	return { doc, root, write, room, text, decoration, finish, width: doc.page.width - 2 * MARGIN, bottom }
}
