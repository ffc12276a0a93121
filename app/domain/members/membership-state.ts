/** The source of the lives of an application, a membership, a transfer and a drive. They belong to unions and to nobody else. */
export const APPLICATION_NEXT = {
	submitted: ['approved', 'returned', 'rejected', 'withdrawn'],
	returned: ['submitted', 'withdrawn'],
	approved: [],
	rejected: [],
	withdrawn: [],
} as const
export type ApplicationState = keyof typeof APPLICATION_NEXT

/** Whoever left and comes back keeps number and history. */
export const MEMBERSHIP_NEXT = {
	active: ['due', 'left'],
	due: ['active', 'lapsed', 'left'],
	lapsed: ['active', 'left'],
	left: ['active'],
} as const
export type MembershipState = keyof typeof MEMBERSHIP_NEXT

/** While a transfer is asked for the membership stays where it is; it is never without a union. */
export const TRANSFER_NEXT = {
	asked: ['accepted', 'refused', 'withdrawn'],
	accepted: [],
	refused: [],
	withdrawn: [],
} as const
export type TransferState = keyof typeof TRANSFER_NEXT

export const DRIVE_NEXT = { open: ['closed'], closed: [] } as const

export const JOIN_WAYS = ['employer', 'pool'] as const
export const POOL_BASES = ['residence', 'hukou'] as const
export const ENTERED_AS = ['self', 'from_request', 'paper', 'group'] as const
export const CAMPAIGN_KINDS = ['station', 'meeting', 'event', 'link'] as const
export const TRANSFER_REASONS = ['moved', 'changed_work', 'employer_union', 'pool_to_union', 'other'] as const
export const DRIVE_CHANNELS = ['email', 'phone', 'station'] as const
export const DRIVE_ANSWERS = ['still', 'changed', 'left', 'wrong_contact'] as const
export const GENDERS = ['female', 'male'] as const
/** Why a membership ended, as an officer writes it down; whoever leaves by themselves is asked for no reason. */
export const LEAVE_REASONS = ['own_wish', 'left_trade', 'moved_away', 'died', 'double', 'other'] as const
/** Why a union does not take a member over. */
export const TRANSFER_REFUSALS = ['not_our_area', 'not_our_trade', 'cannot_verify', 'other'] as const
/** What is known of a member and may change, as events name it. */
export const MEMBER_FACTS = ['name', 'phone', 'email', 'area', 'sector', 'platform', 'workingForm', 'station'] as const
/** What beside it a list of members may bring. */
export const LISTED_FACTS = ['gender', 'birthYear', 'id'] as const
