/** The source of the life of an application and of a membership. Both belong to a union and to nobody else. */
export const APPLICATION_NEXT = {
	submitted: ['approved', 'returned', 'rejected', 'withdrawn'],
	returned: ['submitted', 'withdrawn'],
	approved: [],
	rejected: [],
	withdrawn: [],
} as const
export const MEMBERSHIP_NEXT = {
	active: ['due', 'left'],
	due: ['active', 'lapsed', 'left'],
	lapsed: ['active', 'left'],
	left: [],
} as const
