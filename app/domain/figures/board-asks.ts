import type { Ending } from './board'
import type { BoardName, By } from './address'
import { ALL, type Measure, type TableCode } from './tables'

/** The number of a place as a whole, and where it is found. */
export type Course = { table: TableCode; measure: Measure; column: string }

const enrolment = (measure: Measure): Course => ({ table: 'enrolment_area_sector', measure, column: ALL })
const filing = (measure: Measure): Course => ({ table: 'help_area_category', measure, column: ALL })
const ending = (measure: Measure, column: Ending = 'confirmed'): Course => ({
	table: 'help_area_ending',
	measure,
	column,
})

/** At the top of the page, the most important first. */
export const HEADS: Record<BoardName, Course[]> = {
	enrolment: [
		enrolment('members'),
		enrolment('applications'),
		enrolment('approvals'),
		enrolment('ended'),
		enrolment('transfers_in'),
		enrolment('days_to_approval_median'),
		enrolment('retention_rate'),
	],
	outcomes: [
		filing('filed'),
		ending('endings', 'confirmed'),
		ending('endings', 'unanswered'),
		ending('endings', 'disputed'),
		filing('accepted_in_time_rate'),
		filing('hours_to_reply_median'),
		ending('days_to_outcome_median'),
		ending('money_recovered_yuan'),
		ending('nights_housed'),
		ending('rating_mean'),
	],
}

/** What goes up and down from month to month, by the part of the page that it stands in. */
export const LINES: Record<BoardName, { section: 'course' | 'speed' | 'gains'; course: Course }[]> = {
	enrolment: [
		...(['members', 'applications', 'approvals', 'ended', 'transfers_in'] as const).map((measure) => ({
			section: 'course' as const,
			course: enrolment(measure),
		})),
		...(['days_to_approval_median', 'retention_rate'] as const).map((measure) => ({
			section: 'speed' as const,
			course: enrolment(measure),
		})),
	],
	outcomes: [
		{ section: 'course', course: filing('filed') },
		...(['accepted_in_time_rate', 'hours_to_reply_median', 'hours_to_reply_p90'] as const).map((measure) => ({
			section: 'speed' as const,
			course: filing(measure),
		})),
		...(['days_to_outcome_median', 'days_to_outcome_p90'] as const).map((measure) => ({
			section: 'speed' as const,
			course: ending(measure),
		})),
		...(['money_recovered_yuan', 'nights_housed', 'rating_mean'] as const).map((measure) => ({
			section: 'gains' as const,
			course: ending(measure),
		})),
	],
}

/** What is said of each place within. */
export const WITHIN: Record<BoardName, Course[]> = {
	enrolment: [
		enrolment('members'),
		enrolment('applications'),
		enrolment('approvals'),
		enrolment('ended'),
		enrolment('days_to_approval_median'),
		enrolment('retention_rate'),
	],
	outcomes: [
		filing('filed'),
		ending('endings', 'confirmed'),
		ending('endings', 'unanswered'),
		ending('endings', 'disputed'),
		filing('accepted_in_time_rate'),
		ending('days_to_outcome_median'),
	],
}

/** Counts of one place told apart by its columns. */
export const PARTS: Partial<Record<`${BoardName} ${By}`, { table: TableCode; measures: Measure[] }>> = {
	'enrolment sector': { table: 'enrolment_area_sector', measures: ['applications', 'approvals'] },
	'enrolment platform': { table: 'enrolment_area_platform', measures: ['applications', 'approvals'] },
	'enrolment campaign': { table: 'enrolment_area_campaign', measures: ['applications', 'approvals'] },
	'outcomes category': { table: 'help_area_category', measures: ['filed'] },
}
/** How cases ended, of the whole alone. */
export const ENDED_BY: Partial<Record<By, TableCode>> = {
	category: 'help_category_ending',
	sector: 'help_sector_ending',
	platform: 'help_platform_ending',
}
/** Kinds of need are told of every place; trade and platform of cases only of the whole. */
export const mayBeToldApart = (board: BoardName, by: By, area: string) =>
	area === ALL || PARTS[`${board} ${by}`] !== undefined
