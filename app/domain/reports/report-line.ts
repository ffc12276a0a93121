import type { Locale } from '~/i18n/resources'

/** A report in a list. `replacedAt`: the month was told again. */
export type ReportLine = {
	id: string
	month: string
	revision: number
	bytes: number
	madeAt: Date
	replacedAt: Date | null
}
/** A union of whose place there are reports. */
export type ReportPlace = { id: string; name: string; mine: boolean }
export type ReportSubscription = {
	id: string
	/** Null: of everything. */ organisationId: string | null
	organisation: string | null
	language: Locale
}
/** The answer of a form that stands for everything together. */
export const EVERYTHING = 'all'
