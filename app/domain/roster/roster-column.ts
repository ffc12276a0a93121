/** What a column of a roster may be taken for; `name` and `phone` must be there. */
export const ROSTER_FIELDS = [
	'name',
	'phone',
	'id',
	'gender',
	'birthYear',
	'email',
	'area',
	'sector',
	'platform',
	'station',
	'workingForm',
	'joinedOn',
] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]
export const isRosterField = (given: unknown): given is RosterField => ROSTER_FIELDS.some((field) => field === given)

export type RosterColumn = { heading: string; field: RosterField | null }

/** Enough to find and to call somebody. */
export const isMapped = (columns: RosterColumn[]) =>
	(['name', 'phone'] as const).every((field) => columns.some((column) => column.field === field))
