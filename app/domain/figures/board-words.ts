import type { TFunction } from 'i18next'
import type { Locale } from '~/i18n/resources'
import { formatMonth } from '~/lib/format'
import { REST_ROW, type Block, type Board, type Column, type Ending, type Head, type Row } from './board'
import type { Value } from './chart-shapes'
import { isAdded, type Figure } from './look-up'
import { ALL, KINDS, NONE, type Measure } from './tables'

/** Numbers, rows and columns of a page of figures in words: the same on the page and in its file. */
export type FiguresText = TFunction<'figures'>
type Say = { t: FiguresText; locale: Locale }

const numbers = new Map<string, Intl.NumberFormat>()
function number(locale: Locale, value: number, style: Intl.NumberFormatOptions = {}) {
	const key = locale + JSON.stringify(style)
	const format = numbers.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 1, ...style })
	numbers.set(key, format)
	return format.format(value)
}
const YUAN = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 } as const

const sayTime = (t: FiguresText, measure: Measure, time: number, value: string) =>
	measure.startsWith('hours') ? t('units.hours', { value }) : t('units.days', { value, count: Math.abs(time) })

/** A number that is shown, with its unit. `short`: for a scale and a table, whose title names the unit. */
export function sayNumber({ t, locale }: Say, measure: Measure, value: number, short = false): string {
	switch (KINDS[measure]) {
		case 'stock':
			return value === 0 && !short ? t('fewerThanFive') : number(locale, value)
		case 'rate':
			return number(locale, value / 100, { style: 'percent', maximumFractionDigits: 0 })
		case 'middle':
			return short ? number(locale, value) : sayTime(t, measure, value, number(locale, value))
		case 'sum':
			return measure === 'money_recovered_yuan'
				? number(
						locale,
						value,
						short ? { ...YUAN, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 } : YUAN,
					)
				: number(locale, value)
		case 'mean':
			return short ? number(locale, value) : t('units.points', { value: number(locale, value) })
		default:
			return number(locale, value)
	}
}

/** The same for what is not shown (`period`: for at least one month of several) and for what is not there. */
export function sayValue(say: Say, measure: Measure, value: Value, period = false): string {
	if (value === null) return say.t(period ? 'oneNotShown' : 'notShown')
	return value === undefined ? say.t('nothing') : sayNumber(say, measure, value)
}

/** In a table and a file: of what siblings come to together nothing is said where each of them is shown. */
export const sayCell = (say: Say, measure: Measure, { code }: Row, { value }: Figure, period = false): string =>
	code === REST_ROW && value === undefined ? '–' : sayValue(say, measure, value, period)

/** On how many it rests, where that is a number of its own. */
export function sayOn({ t, locale }: Say, measure: Measure, { n }: Figure): string | null {
	if (n === null) return null
	const said = { n: number(locale, n) }
	if (measure === 'retention_rate' || measure === 'days_to_approval_median') return t('head.people', said)
	const about = KINDS[measure] === 'sum' || KINDS[measure] === 'mean' || measure.startsWith('hours')
	return t(about ? 'head.about' : 'head.n', said)
}

/** By how much more or less, with its sign: shares in percent points. */
export function sayChange(say: Say, measure: Measure, change: number): string {
	const { t, locale } = say
	if (change === 0) return t('head.same')
	const sign = { signDisplay: 'exceptZero' } as const
	if (KINDS[measure] === 'rate') return t('head.points', { value: number(locale, change, sign) })
	if (measure === 'money_recovered_yuan') return number(locale, change, { ...YUAN, ...sign })
	if (KINDS[measure] !== 'middle') return number(locale, change, sign)
	return sayTime(t, measure, change, number(locale, change, sign))
}

export function sayEnding(t: FiguresText, ending: Ending): string {
	if (ending === ALL || ending === 'confirmed') return t(`endings.${ending}`)
	switch (ending) {
		case 'confirmed.got_help':
		case 'confirmed.partly':
		case 'confirmed.not_helped':
			return t(`endings.${ending.slice('confirmed.'.length) as 'got_help' | 'partly' | 'not_helped'}`)
		default:
			return t(`endings.${ending}`)
	}
}

export const sayMeasure = (t: FiguresText, { measure, ending }: Pick<Head, 'measure'> & { ending?: Ending | null }) =>
	ending && ending !== ALL ? sayEnding(t, ending) : t(`measures.${measure}.name`)

export function sayRow({ t, locale }: Say, { kind, code, name }: Pick<Row, 'kind' | 'code' | 'name'>): string {
	if (kind === 'month') return formatMonth(code, locale)
	if (code === REST_ROW) return t('rest')
	if (code === NONE) return t('none')
	if (code.endsWith(':unplaced')) return t('unplaced')
	if (kind === 'campaign') return t(`campaigns.${code as 'station'}`)
	return name ?? code
}

/** The whole is the page's own place; a column is a place, a month, a measure or a way of ending. */
export function sayColumn({ t, locale }: Say, { chart }: Pick<Block, 'chart'>, column: Column): string {
	if (chart === 'lines') return column.place === ALL ? t('whole') : (column.place ?? '')
	if (column.month === null) return t('block.whole')
	if (column.month) return formatMonth(column.month, locale)
	return column.ending ? sayEnding(t, column.ending) : t(`measures.${column.measure}.name`)
}

export function sayBlock({ t }: Say, { id, chart, measures }: Block, by: Board['asked']['by']): string {
	const said = { measure: t(`measures.${measures[0]!}.name`), by: t(`by.${by}`) }
	if (id === 'endings') return t('block.endings')
	if (chart === 'stacks') return t('block.endingsBy', said)
	if (chart === 'bars') return t('block.by', said)
	return chart === 'places' ? t('sections.places') : said.measure
}

/** A number that stands for all months together. */
export const isOverall = ({ chart, rows }: Block, column: Column) =>
	isAdded(column.measure) &&
	(column.month === null || ((chart === 'stacks' || chart === 'places') && rows[0]?.kind !== 'month'))

export function sayPeriod({ t, locale }: Say, months: readonly string[]): string {
	const [from, to] = [months[0], months.at(-1)]
	if (!from || !to) return ''
	const said = { from: formatMonth(from, locale), to: formatMonth(to, locale) }
	return from === to ? said.to : t('period', said)
}
export const sayPlace = (t: FiguresText, path: Board['path']) => path.at(-1)?.name ?? t('whole')
