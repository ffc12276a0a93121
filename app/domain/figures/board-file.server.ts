import type { TableFormat } from '~/lib/table-file'
import { BYTE_ORDER_MARK, csvLines } from '~/lib/csv-lines.server'
import { formatDate, formatMonth } from '~/lib/format'
import { xlsxSheets } from '~/lib/xlsx-stream.server'
import type { Locale } from '~/i18n/resources'
import { REST_ROW, type Block, type Board } from './board'
import {
	isOverall,
	sayBlock,
	sayChange,
	sayColumn,
	sayMeasure,
	sayPeriod,
	sayPlace,
	sayRow,
	sayValue,
	type FiguresText,
} from './board-words'
import { KINDS, MEASURES, TABLES, type Measure } from './tables'

type Line = (string | number | null)[]
type Say = { t: FiguresText; locale: Locale }

/** A number as a number; in words where it is not shown, where there is none, and where it says fewer than five. */
function valueOf(say: Say, measure: Measure, value: number | null | undefined, period: boolean): string | number {
	const words = typeof value !== 'number' || (KINDS[measure] === 'stock' && value === 0)
	return words ? sayValue(say, measure, value, period) : value
}
const UNITS: Partial<Record<(typeof KINDS)[Measure], string>> = { rate: '%' }

/** Exactly what stands on the page, one number a line. */
function figureLines(say: Say, { heads, blocks, asked, months, path, compare }: Board): Line[] {
	const { t, locale } = say
	const { columns, ...words } = t('file', { returnObjects: true })
	const period = sayPeriod(
		say,
		months.map(({ month }) => month),
	)
	const last = months.at(-1)
	return [
		[words.place, sayPlace(t, path)],
		...(asked.compare ? [[words.compare, compare?.name ?? t('whole')]] : []),
		[words.period, period],
		[],
		[columns.part, columns.row, columns.column, columns.value, columns.on, columns.remark],
		...heads.map((head): Line => {
			const { measure, value, n, change, over } = head
			const when = over === 'period' ? period : last ? formatMonth(last.month, locale) : ''
			return [
				sayMeasure(t, head),
				sayPlace(t, path),
				when,
				valueOf(say, measure, value, over === 'period' && months.length > 1),
				n,
				[UNITS[KINDS[measure]], change === null ? null : `${words.change} ${sayChange(say, measure, change)}`]
					.filter(Boolean)
					.join(' '),
			]
		}),
		...blocks.flatMap((block) => blockLines(say, block, asked.by)),
	]
}

const blockLines = (say: Say, block: Block, by: Board['asked']['by']): Line[] =>
	block.rows.flatMap((row) =>
		block.columns.map((column, index): Line => {
			const { value, n } = row.cells[index]!
			return [
				sayBlock(say, block, by),
				sayRow(say, row),
				sayColumn(say, block, column),
				row.code === REST_ROW && value === undefined
					? null
					: valueOf(say, column.measure, value, isOverall(block, column)),
				n,
				UNITS[KINDS[column.measure]] ?? null,
			]
		}),
	)

function definitionLines({ t }: Say, { board }: Board): Line[] {
	const terms = ['what', 'when', 'source', 'rounded', 'n', 'hidden'] as const
	const group = board === 'outcomes' ? 'help' : 'enrolment'
	const own = new Set<Measure>(Object.values(TABLES).flatMap((table) => (table.group === group ? table.measures : [])))
	return [
		['', ...terms.map((term) => t(`terms.${term}`))],
		...MEASURES.filter((measure) => own.has(measure)).map((measure): Line => {
			const { rounded, n, hidden } = t(`kinds.${KINDS[measure]}`, { returnObjects: true })
			const { name, what, when } = t(`measures.${measure}`, { returnObjects: true })
			return [name, what, when, t(`sources.${group}`), rounded, n, hidden]
		}),
	]
}

/** Why some numbers are not shown, and which months were told again and why. */
function noteLines({ t, locale }: Say, { months }: Board): Line[] {
	const again = months.flatMap(({ month, publishedAt, note }) =>
		note === null
			? []
			: [t('again.month', { month: formatMonth(month, locale), date: formatDate(publishedAt, locale), note })],
	)
	return [
		[t('notShownTitle')],
		...Object.values(t('notShownWhy', { returnObjects: true })).map((reason) => [reason]),
		[],
		[t('again.title')],
		...(again.length > 0 ? again : [t('file.noNotes')]).map((line) => [line]),
	]
}

/** A page of figures as a file to keep: with its definitions and notes as sheets of their own, or below each other. */
export function boardFile(format: TableFormat, say: Say, found: Board): AsyncGenerator<Uint8Array> {
	const { t } = say
	const sheets = [
		{ title: t('file.figures'), lines: figureLines(say, found) },
		{ title: t('file.definitions'), lines: definitionLines(say, found) },
		{ title: t('file.notes'), lines: noteLines(say, found) },
	]
	return format === 'xlsx'
		? xlsxSheets(sheets.map(({ title, lines }) => ({ title, batches: once(lines) })))
		: csv(sheets)
}
async function* once(lines: Line[]) {
	yield lines
}
async function* csv(sheets: { title: string; lines: Line[] }[]): AsyncGenerator<Uint8Array> {
	yield Buffer.from(BYTE_ORDER_MARK)
	for (const [index, { title, lines }] of sheets.entries())
		yield Buffer.from(csvLines(index === 0 ? lines : [[], [title], ...lines]))
}

/** With place and months, so that two files are told apart. */
export const boardFileName = (say: Say, { board, path, months }: Board) =>
	[
		say.t('file.name'),
		say.t(`tabs.${board}`),
		sayPlace(say.t, path),
		`${months[0]?.month.slice(0, 7) ?? ''}_${months.at(-1)?.month.slice(0, 7) ?? ''}`,
	].join('-')
