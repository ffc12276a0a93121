import type { Cell, PublishedMonth } from '~/domain/figures/look-up'
import type { Ask } from '~/domain/figures/read-published.server'
import { ALL, ANSWERS, ENDINGS_WITHOUT_ANSWER } from '~/domain/figures/tables'
import type { Locale } from '~/i18n/resources'

export type Named = { code: string; name: string }
/** Everything that one report is made of: published cells, and what codes are called. */
export type ReportFacts = {
	language: Locale
	month: string
	revision: number
	publishedAt: Date
	/** Null: of everything. */ organisation: string | null
	/** The place that it is about; `all` without a name: everywhere. */ place: { code: string; name: string | null }
	/** Up to a year of months that were told, the month itself last. */ months: PublishedMonth[]
	cells: Cell[]
	places: Named[]
	categories: Named[]
	sectors: Named[]
}

export const MONTHS = 12
export const ENDINGS = [...ANSWERS, ...ENDINGS_WITHOUT_ANSWER] as const
const ENROLMENT = ['applications', 'approvals', 'transfers_in', 'ended', 'members'] as const

/** Through the year: what stands in lines. */
export const yearAsks = (place: string): Ask[] => [
	{ table: 'enrolment_area_sector', measures: ['applications', 'approvals'], rows: [place], columns: [ALL] },
	{ table: 'help_area_category', measures: ['filed'], rows: [place], columns: [ALL] },
	{ table: 'help_area_ending', measures: ['endings'], rows: [place], columns: ['confirmed'] },
]
/** Of the month and the one before it: everything about the place, and the sums of the places within. */
export const monthAsks = (place: string, within: string[]): Ask[] => [
	{
		table: 'enrolment_area_sector',
		measures: [...ENROLMENT, 'days_to_approval_median', 'retention_rate'],
		rows: [place],
	},
	{
		table: 'help_area_category',
		measures: ['filed', 'accepted_in_time_rate', 'hours_to_reply_median', 'hours_to_reply_p90'],
		rows: [place],
	},
	{ table: 'help_area_ending', measures: ['endings'], rows: [place] },
	{
		table: 'help_area_ending',
		measures: ['days_to_outcome_median', 'days_to_outcome_p90', 'money_recovered_yuan', 'nights_housed', 'rating_mean'],
		rows: [place],
		columns: ['confirmed'],
	},
	{
		table: 'enrolment_area_sector',
		measures: ['applications', 'approvals', 'members'],
		rows: within,
		columns: [ALL],
	},
	{ table: 'help_area_category', measures: ['filed'], rows: within, columns: [ALL] },
	{ table: 'help_area_ending', measures: ['endings'], rows: within, columns: ['confirmed', 'confirmed.got_help'] },
]
/** Only where it is about everything: the tables of needs have no places. */
export const categoryAsks = (categories: string[]): Ask[] => [
	{ table: 'help_category_ending', measures: ['endings'], rows: categories, columns: [ALL, ...ENDINGS] },
]
