import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { composeReport } from '~/domain/reports/compose'
import { drawReport } from '~/domain/reports/draw.server'
import { paperWords } from '~/domain/reports/numbers'
import type { Block } from '~/domain/reports/report'
import { madeUpFacts, MONTH } from '~tests/support/report-facts'

const LANGUAGES = ['zh-CN', 'en'] as const
const of = <K extends Block['kind']>(blocks: Block[], kind: K) =>
	blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)
/** Signs in their order, without the spaces that a reader of PDF puts where it likes, and with plain quotes. */
const packed = (text: string) => text.replaceAll(/\s/g, '').replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"')

describe.each(LANGUAGES)('a report in %s', (language) => {
	const words = paperWords(language)

	test('tells the numbers of its month, on how many they rest, and that one is not shown', () => {
		const { blocks, hidden, title } = composeReport(madeUpFacts(language))
		expect(title).toContain(language === 'en' ? 'Hangzhou' : '杭州市')
		const tables = of(blocks, 'table')
		const rowOf = (name: string) => tables.flatMap(({ rows }) => rows).find(([first]) => first === name)
		expect(rowOf(words.measures.accepted_in_time_rate)).toEqual([
			words.measures.accepted_in_time_rate,
			language === 'en' ? '90 %' : '90%',
			words.nothing,
			'87',
		])
		expect(rowOf(words.measures.hours_to_reply_p90)?.[1]).toBe(words.hidden)
		expect(rowOf(words.endings.disputed)).toEqual([words.endings.disputed, words.hidden, '0', '0', '0'])
		expect(rowOf(words.endings.withdrawn)?.slice(2)).toEqual([words.nothing, words.nothing, words.nothing])
		expect(rowOf(words.measures.money_recovered_yuan)?.[1]).toBe(language === 'en' ? '¥82,000' : '82,000 元')
		expect(of(blocks, 'tiles')[0]!.tiles.map(({ value }) => value)).toEqual(['100', '1,640', '87', '27'])
		// approvals of a month and of a district, the slowest answers, one kind of need, two endings
		expect(hidden).toBe(6)
		expect(of(blocks, 'text').map(({ text }) => text)).toContain(words.hiddenCount.replace('{{count}}', '6'))
	})

	test('draws lines with a hole where a month is hidden, bars with their parts, and says all of it in words', () => {
		const { blocks } = composeReport(madeUpFacts(language))
		const [enrolment, help] = of(blocks, 'lines')
		expect(enrolment!.chart.lines.map(({ paths }) => paths.length)).toEqual([1, 2])
		expect(enrolment!.chart.gaps).toHaveLength(1)
		expect(help!.chart.gaps).toEqual([])
		expect(enrolment!.alt).toContain(words.hidden)
		const endings = of(blocks, 'bars').find(({ title }) => title === words.bars.endings)!
		expect(endings.chart.bars.find(({ hidden }) => hidden)?.label).toBe(words.endings.disputed)
		const keys = (label: string) =>
			endings.chart.bars.find((bar) => bar.label === label)!.segments.map(({ key }) => key)
		expect(keys(words.endings.confirmed)).toEqual(['got_help', 'partly', 'rest'])
		expect(endings.alt).toContain(`${words.endings.disputed}: ${words.hidden}`)
	})

	test('explains every measure that it names, and why something is not shown', () => {
		const { blocks } = composeReport(madeUpFacts(language))
		const terms = of(blocks, 'terms').flatMap((block) => block.terms.map(({ term }) => term))
		expect(terms).toEqual(expect.arrayContaining(Object.values(words.measures)))
		expect(of(blocks, 'list').flatMap(({ items }) => items)).toEqual(Object.values(words.hiddenWhy))
	})

	test('says first that the month, or one before it, was published again and why', () => {
		const facts = madeUpFacts(language, { revision: 2 })
		const note = { 'zh-CN': '补录了晚到的个案', en: 'Late cases were entered' }
		facts.months = facts.months.map((month) => (month.month >= '2026-08-01' ? { ...month, revision: 2, note } : month))
		const notes = of(composeReport(facts).blocks, 'note')
		expect(notes[0]).toEqual({ kind: 'note', title: words.revisionTitle, text: note[language] })
		expect(notes[1]!.text).toContain(note[language])
		expect(of(composeReport(madeUpFacts(language)).blocks, 'note')).toEqual([])
	})

	test('as a PDF is real text with a language, a title, tags and numbered pages, within 500 kB', async () => {
		const report = composeReport(madeUpFacts(language))
		const bytes = await drawReport(report)
		expect(bytes.length).toBeLessThan(500_000)
		const pdf = await getDocumentProxy(new Uint8Array(bytes))
		const { info } = await getMeta(pdf)
		expect(info).toMatchObject({ Title: report.title, Subject: report.subject, Language: language })
		expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
		const { text, totalPages } = await extractText(pdf)
		const said = packed(text.join(''))
		for (const one of [report.title, ...report.about, words.endings.confirmed, words.hidden, words.source])
			expect(said).toContain(packed(one))
		for (const [name, ...numbers] of of(report.blocks, 'table').flatMap(({ rows }) => rows))
			expect(said).toContain(packed([name, ...numbers].join('')))
		for (const [index, page] of text.entries())
			expect(packed(page)).toContain(
				packed(words.page.replace('{{page}}', String(index + 1)).replace('{{pages}}', String(totalPages))),
			)
		// the charts: one figure with its words for each
		const figures: unknown[] = []
		for (let page = 1; page <= totalPages; page++) collect(await (await pdf.getPage(page)).getStructTree(), figures)
		const charts = [...of(report.blocks, 'lines'), ...of(report.blocks, 'bars')]
		expect(figures.map(String).sort()).toEqual(charts.map(({ alt }) => alt).sort())
		expect(charts).toHaveLength(5)
	})
})

function collect(node: unknown, figures: unknown[]) {
	const { role, alt, children = [] } = (node ?? {}) as { role?: string; alt?: string; children?: unknown[] }
	if (role === 'Figure') figures.push(alt)
	for (const child of children) collect(child, figures)
}

test('of everything it has the needs with their endings, and says so where there is nothing at all', () => {
	const facts = madeUpFacts('en', { place: { code: 'all', name: null }, organisation: null })
	facts.cells.push({
		...{ tableCode: 'help_category_ending', measure: 'endings', month: MONTH, row: 'labour', column: 'confirmed' },
		...{ value: 23, n: null },
	})
	const { blocks, title } = composeReport(facts)
	expect(title).toBe('Monthly report Sept 2026')
	const needs = of(blocks, 'table').find((table) => table.title === paperWords('en').byCategory)
	expect(needs?.rows).toEqual([['Pay and conditions', '0', '23', '0', '0', '0', '0']])
	const nothing = composeReport({ ...facts, cells: [] })
	expect(of(nothing.blocks, 'bars')).toEqual([])
	expect(nothing.hidden).toBe(0)
	expect(of(nothing.blocks, 'text').map(({ text }) => text)).toContain(paperWords('en').placesNone)
})
