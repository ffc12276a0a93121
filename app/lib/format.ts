import type { Locale } from '~/i18n/resources'

/** English dates day first, as the rest of the world outside the United States writes them. */
const INTL_LOCALE = { 'zh-CN': 'zh-CN', en: 'en-GB' } as const
const ZONE = 'Asia/Shanghai'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const BEIJING_AHEAD = 8 * HOUR

type Moment = Date | string

/**
 * One for each language: making a formatter takes as long as using it a hundred times, and a list has a hundred dates. It
 * also holds memory that the collector does not see: a page of figures took megabytes.
 */
function each<Format>(make: (tag: string) => Format): (locale: Locale) => Format {
	const made = new Map<Locale, Format>()
	return (locale) => {
		const format = made.get(locale) ?? make(INTL_LOCALE[locale])
		made.set(locale, format)
		return format
	}
}
const dateTime = each(
	(tag) => new Intl.DateTimeFormat(tag, { timeZone: ZONE, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }),
)
const date = each((tag) => new Intl.DateTimeFormat(tag, { timeZone: ZONE, dateStyle: 'long' }))
const relative = each((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }))

/** For example `2026年11月23日 14:05` or `23 November 2026 at 14:05`, always Beijing time. */
export const formatDateTime = (at: Moment, locale: Locale) => dateTime(locale).format(new Date(at))

/** For example `2026年11月23日` or `23 November 2026`. */
export const formatDate = (at: Moment, locale: Locale) => date(locale).format(new Date(at))

const month = each(
	(tag) =>
		new Intl.DateTimeFormat(tag, { timeZone: 'UTC', year: 'numeric', month: tag === 'zh-CN' ? 'long' : 'short' }),
)

/** A month by its first day (`2026-09-01`): `2026年9月` or `Sept 2026`. */
export const formatMonth = (firstDay: string, locale: Locale) => month(locale).format(new Date(`${firstDay}T00:00:00Z`))

const shortMonth = each((tag) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', year: '2-digit', month: 'short' }))
/** The same where there is little room. */
export const formatShortMonth = (firstDay: string, locale: Locale) =>
	shortMonth(locale).format(new Date(`${firstDay}T00:00:00Z`))

/** The number of the day in Beijing, so that “tomorrow” is the next date and not the next 24 hours. */
const dayOf = (at: Moment) => Math.floor((new Date(at).getTime() + BEIJING_AHEAD) / DAY)

/** `3小时前`, `in 2 days`; null when it is more than two weeks away and only the date helps. */
export function formatRelative(at: Moment, now: Moment, locale: Locale): string | null {
	const distance = new Date(at).getTime() - new Date(now).getTime()
	const format = relative(locale)
	const size = Math.abs(distance)
	if (size > 14 * DAY) return null
	if (size >= DAY) return format.format(dayOf(at) - dayOf(now), 'day')
	if (size >= HOUR) return format.format(Math.trunc(distance / HOUR), 'hour')
	return format.format(Math.trunc(distance / MINUTE), 'minute')
}

const numbers = new Map<string, Intl.NumberFormat>()
/** A number with its separators, to a tenth unless `style` says otherwise. Both sorts of English write numbers alike. */
export function formatNumber(value: number, locale: Locale, style: Intl.NumberFormatOptions = {}): string {
	const key = locale + JSON.stringify(style)
	const format = numbers.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 1, ...style })
	numbers.set(key, format)
	return format.format(value)
}

export const YUAN = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' } as const
/** Money is kept in fen: `128050` is `¥1,280.50`. */
export const formatMoney = (fen: number, locale: Locale) =>
	formatNumber(fen / 100, locale, { ...YUAN, maximumFractionDigits: 2 })

/** For example `340 kB` or `1.2 MB`. */
export const formatSize = (bytes: number, locale: Locale): string =>
	bytes >= 1_000_000
		? formatNumber(bytes / 1_000_000, locale, { style: 'unit', unit: 'megabyte' })
		: formatNumber(Math.max(1, bytes / 1000), locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
