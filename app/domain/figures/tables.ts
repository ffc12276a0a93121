/**
 * What is published, and nothing else is: two-way tables of closed months. Each count is the number of one kind of event
 * in the month, in Beijing time. A test holds the lists in the database to these.
 */
export const TABLES = {
	enrolment_area_sector: {
		group: 'enrolment',
		rows: 'area',
		columns: 'sector',
		measures: [
			'applications',
			'approvals',
			'transfers_in',
			'ended',
			'members',
			'days_to_approval_median',
			'retention_rate',
		],
	},
	enrolment_area_platform: {
		group: 'enrolment',
		rows: 'area',
		columns: 'platform',
		measures: ['applications', 'approvals'],
	},
	enrolment_area_campaign: {
		group: 'enrolment',
		rows: 'area',
		columns: 'campaign',
		measures: ['applications', 'approvals'],
	},
	help_area_category: {
		group: 'help',
		rows: 'area',
		columns: 'category',
		measures: ['filed', 'accepted_in_time_rate', 'hours_to_reply_median', 'hours_to_reply_p90'],
	},
	help_area_ending: {
		group: 'help',
		rows: 'area',
		columns: 'ending',
		measures: [
			'endings',
			'days_to_outcome_median',
			'days_to_outcome_p90',
			'money_recovered_yuan',
			'nights_housed',
			'rating_mean',
		],
	},
	help_category_ending: {
		group: 'help',
		rows: 'category',
		columns: 'ending',
		measures: [
			'endings',
			'days_to_outcome_median',
			'days_to_outcome_p90',
			'money_recovered_yuan',
			'nights_housed',
			'rating_mean',
		],
	},
	help_sector_ending: { group: 'help', rows: 'sector', columns: 'ending', measures: ['endings'] },
	help_platform_ending: { group: 'help', rows: 'platform', columns: 'ending', measures: ['endings'] },
} as const

export type TableCode = keyof typeof TABLES
export type Measure = (typeof TABLES)[TableCode]['measures'][number]
export type Dimension = (typeof TABLES)[TableCode]['rows' | 'columns']
export const TABLE_CODES = Object.keys(TABLES) as TableCode[]
export const MEASURES = [...new Set(TABLE_CODES.flatMap((code) => TABLES[code].measures))] as Measure[]

/** How a measure is made safe before it is published. */
export const KINDS: Record<Measure, 'count' | 'stock' | 'rate' | 'middle' | 'sum' | 'mean'> = {
	applications: 'count',
	approvals: 'count',
	transfers_in: 'count',
	ended: 'count',
	members: 'stock',
	days_to_approval_median: 'middle',
	retention_rate: 'rate',
	filed: 'count',
	accepted_in_time_rate: 'rate',
	hours_to_reply_median: 'middle',
	hours_to_reply_p90: 'middle',
	endings: 'count',
	days_to_outcome_median: 'middle',
	days_to_outcome_p90: 'middle',
	money_recovered_yuan: 'sum',
	nights_housed: 'sum',
	rating_mean: 'mean',
}

/** What a case came to in the month: the worker's answer first, for "closed" is not "helped"; then what had been proposed. */
export const ANSWERS = ['confirmed', 'unanswered', 'disputed'] as const
export const RESULTS = ['got_help', 'partly', 'not_helped'] as const
export const ENDINGS_WITHOUT_ANSWER = ['withdrawn', 'desk'] as const

/** The margin of a dimension: everything in it. */
export const ALL = 'all'
/** Not said, or not known. */
export const NONE = 'none'

/** Fewer people than this are not shown. */
export const THRESHOLD = 5
/** What is hidden must be open, from all that is published together, to at least this many whole numbers more than one. */
export const WIDTH = 3
/** Members are rounded to this, so that two months and what happened between them never add up to one person. */
export const STOCK_BASE = 10
