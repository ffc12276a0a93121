import type { Cell, PublishedMonth } from '~/domain/figures/look-up'
import type { Ask } from '~/domain/figures/read-published.server'
import { ALL, ANSWERS, ENDINGS_WITHOUT_ANSWER, TABLES, type Measure, type TableCode } from '~/domain/figures/tables'
import type { Named } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'

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
/** What a report says of its place, in their order. */
export const ENROLMENT = TABLES.enrolment_area_sector.measures
export const HELP = TABLES.help_area_category.measures
export const OUTCOMES = TABLES.help_area_ending.measures.filter((measure) => measure !== 'endings')
/** And of each place within. */
export const PLACE_COLUMNS: { table: TableCode; measure: Measure; column: string }[] = [
	{ table: 'enrolment_area_sector', measure: 'applications', column: ALL },
	{ table: 'enrolment_area_sector', measure: 'approvals', column: ALL },
	{ table: 'enrolment_area_sector', measure: 'members', column: ALL },
	{ table: 'help_area_category', measure: 'filed', column: ALL },
	{ table: 'help_area_ending', measure: 'endings', column: 'confirmed' },
	{ table: 'help_area_ending', measure: 'endings', column: 'confirmed.got_help' },
]

/** Through the year: what stands in lines. */
export const yearAsks = (place: string): Ask[] => [
	{ table: 'enrolment_area_sector', measures: ['applications', 'approvals'], rows: [place], columns: [ALL] },
	{ table: 'help_area_category', measures: ['filed'], rows: [place], columns: [ALL] },
	{ table: 'help_area_ending', measures: ['endings'], rows: [place], columns: ['confirmed'] },
]
/** Of the month and the one before it: everything about the place, and the sums of the places within. */
export const monthAsks = (place: string, within: string[]): Ask[] => [
	{ table: 'enrolment_area_sector', measures: ENROLMENT, rows: [place] },
	{ table: 'help_area_category', measures: HELP, rows: [place] },
	{ table: 'help_area_ending', measures: ['endings'], rows: [place] },
	{ table: 'help_area_ending', measures: OUTCOMES, rows: [place], columns: ['confirmed'] },
	...PLACE_COLUMNS.map(({ table, measure, column }) => ({
		table,
		measures: [measure],
		rows: within,
		columns: [column],
	})),
]
/** Only where it is about everything: the tables of needs have no places. */
export const categoryAsks = (categories: string[]): Ask[] => [
	{ table: 'help_category_ending', measures: ['endings'], rows: categories, columns: [ALL, ...ENDINGS] },
]
