import type { Value } from '~/domain/figures/chart-shapes'
import type { Figure, Place } from '~/domain/figures/look-up'
import { KINDS, type Measure } from '~/domain/figures/tables'
import en from '~/i18n/locales/en/paper'
import zhCN from '~/i18n/locales/zh-CN/paper'
import type { Locale } from '~/i18n/resources'
import { fill } from './report'

const WORDS = { en, 'zh-CN': zhCN }
export type PaperWords = typeof en | typeof zhCN
export const paperWords = (language: Locale): PaperWords => WORDS[language]
const TAG = { en: 'en-GB', 'zh-CN': 'zh-CN' } as const

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
	const plain = new Intl.NumberFormat(TAG[language], { maximumFractionDigits: 1 })
	const shortMonth = new Intl.DateTimeFormat(TAG[language], { timeZone: 'UTC', year: '2-digit', month: 'short' })
	const day = new Intl.DateTimeFormat(TAG[language], { timeZone: 'Asia/Shanghai', dateStyle: 'long' })
	const hidden = new Set<string>()
	return {
		words,
		number: (value: number) => plain.format(value),
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
			return unit ? fill(words.units[unit], { value: plain.format(value) }) : plain.format(value)
		},
		/** On how many it rests; counts rest on themselves. */
		restsOn: (measure: Measure, { n }: Figure) =>
			n === null || KINDS[measure] === 'count' || KINDS[measure] === 'stock' ? words.nothing : plain.format(n),
		month: (month: string) => shortMonth.format(new Date(`${month}T00:00:00Z`)),
		date: (at: Date) => day.format(at),
		hidden: () => hidden.size,
	}
}
export type NumberWriter = ReturnType<typeof numberWriter>
