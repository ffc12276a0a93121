import type { TFunction } from 'i18next'
import type { Locale } from '~/i18n/resources'
import { formatMonth, formatNumber, YUAN } from '~/lib/format'
import { REST_ROW, type Block, type Board, type Column, type Ending, type Head, type Row } from './board'
import type { Value } from './chart-shapes'
import { isAdded, type Figure } from './look-up'
import { ALL, KINDS, NONE, type Measure } from './tables'

/** Numbers, rows and columns of a page of figures in words: the same on the page and in its file. */
export type FiguresText = TFunction<'figures'>
export type Say = { t: FiguresText; locale: Locale }

const WHOLE_YUAN = { ...YUAN, maximumFractionDigits: 0 }

const sayTime = (t: FiguresText, measure: Measure, time: number, value: string) =>
	measure.startsWith('hours') ? t('units.hours', { value }) : t('units.days', { value, count: Math.abs(time) })

/** A number that is shown, with its unit. `short`: for a scale and a table, whose title names the unit. */
export function sayNumber({ t, locale }: Say, measure: Measure, value: number, short = false): string {
	switch (KINDS[measure]) {
		case 'stock':
			return value === 0 && !short ? t('fewerThanFive') : formatNumber(value, locale)
		case 'rate':
			return formatNumber(value / 100, locale, { style: 'percent', maximumFractionDigits: 0 })
		case 'middle':
			return short ? formatNumber(value, locale) : sayTime(t, measure, value, formatNumber(value, locale))
		case 'sum':
			return measure === 'money_recovered_yuan'
				? formatNumber(
						value,
						locale,
						short ? { ...YUAN, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 } : WHOLE_YUAN,
					)
				: formatNumber(value, locale)
		case 'mean':
			return short ? formatNumber(value, locale) : t('units.points', { value: formatNumber(value, locale) })
		default:
			return formatNumber(value, locale)
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
	const said = { n: formatNumber(n, locale) }
	if (measure === 'retention_rate' || measure === 'days_to_approval_median') return t('head.people', said)
	const about = KINDS[measure] === 'sum' || KINDS[measure] === 'mean' || measure.startsWith('hours')
	return t(about ? 'head.about' : 'head.n', said)
}

/** By how much more or less, with its sign: shares in percent points. */
export function sayChange(say: Say, measure: Measure, change: number): string {
	const { t, locale } = say
	if (change === 0) return t('head.same')
	const sign = { signDisplay: 'exceptZero' } as const
	if (KINDS[measure] === 'rate') return t('head.points', { value: formatNumber(change, locale, sign) })
	if (measure === 'money_recovered_yuan') return formatNumber(change, locale, { ...WHOLE_YUAN, ...sign })
	if (KINDS[measure] !== 'middle') return formatNumber(change, locale, sign)
	return sayTime(t, measure, change, formatNumber(change, locale, sign))
}

export function sayEnding(t: FiguresText, ending: Ending): string {
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

/** A number that stands for several months together. */
export const isOverall = ({ chart, rows, several }: Block, column: Column) =>
	several &&
	isAdded(column.measure) &&
	(column.month === null || ((chart === 'stacks' || chart === 'places') && rows[0]?.kind !== 'month'))

export function sayPeriod({ t, locale }: Say, months: readonly string[]): string {
	const [from, to] = [months[0], months.at(-1)]
	if (!from || !to) return ''
	const said = { from: formatMonth(from, locale), to: formatMonth(to, locale) }
	return from === to ? said.to : t('period', said)
}
export const sayPlace = (t: FiguresText, path: Board['path']) => path.at(-1)?.name ?? t('whole')
