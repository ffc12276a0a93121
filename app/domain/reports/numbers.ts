import type { Value } from '~/domain/figures/chart-shapes'
import type { Figure, Place } from '~/domain/figures/look-up'
import { KINDS, type Measure } from '~/domain/figures/tables'
import en from '~/i18n/locales/en/paper'
import zhCN from '~/i18n/locales/zh-CN/paper'
import type { Locale } from '~/i18n/resources'
import { formatDate, formatNumber, formatShortMonth } from '~/lib/format'
import { fill } from './report'

const WORDS = { en, 'zh-CN': zhCN }
export type PaperWords = typeof en | typeof zhCN
export const paperWords = (language: Locale): PaperWords => WORDS[language]

const UNIT: Partial<Record<Measure, keyof PaperWords['units']>> = {
	days_to_approval_median: 'days',
	retention_rate: 'percent',
	accepted_in_time_rate: 'percent',
	hours_to_reply_median: 'hours',
	hours_to_reply_p90: 'hours',
	days_to_outcome_median: 'days',
	days_to_outcome_p90: 'days',
	money_recovered_yuan: 'yuan',
	nights_housed: 'nights',
}

/** Numbers as the report writes them, and how many of them it could not show. */
export function numberWriter(language: Locale) {
	const words = paperWords(language)
	const number = (value: number) => formatNumber(value, language)
	const hidden = new Set<string>()
	return {
		words,
		number,
		/** Keeps count of what is not shown, each once, wherever it stands. */
		seen({ table, measure, row, column }: Place, month: string, { value }: Figure) {
			if (value === null) hidden.add([table, measure, row, column, month].join(' '))
			return value
		},
		/** A number under its measure: in its unit, or that it is not shown, or a dash where there is none. */
		said(measure: Measure, value: Value): string {
			if (value === undefined) return words.nothing
			if (value === null) return words.hidden
			if (measure === 'members' && value === 0) return words.fewer
			const unit = UNIT[measure]
			return unit ? fill(words.units[unit], { value: number(value) }) : number(value)
		},
		/** On how many it rests; counts rest on themselves. */
		restsOn: (measure: Measure, { n }: Figure) =>
			n === null || KINDS[measure] === 'count' || KINDS[measure] === 'stock' ? words.nothing : number(n),
		month: (month: string) => formatShortMonth(month, language),
		date: (at: Date) => formatDate(at, language),
		hidden: () => hidden.size,
	}
}
export type NumberWriter = ReturnType<typeof numberWriter>
