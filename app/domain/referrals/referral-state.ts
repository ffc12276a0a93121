/** The source of a referral's life. `accepted`, `in_service` and `outcome_recorded` hold the case. */
export const REFERRAL_NEXT = {
	offered: ['accepted', 'declined', 'expired', 'superseded', 'revoked'],
	accepted: ['in_service', 'returned', 'transferred', 'revoked', 'withdrawn'],
	in_service: ['outcome_recorded', 'returned', 'transferred', 'revoked', 'withdrawn'],
	outcome_recorded: ['confirmed', 'unanswered', 'in_service', 'returned', 'transferred', 'revoked', 'withdrawn'],
	unanswered: ['in_service'],
	confirmed: [],
	declined: [],
	expired: [],
	superseded: [],
	revoked: [],
	returned: [],
	transferred: [],
	withdrawn: [],
} as const
export type ReferralState = keyof typeof REFERRAL_NEXT

/** Why an organisation does not take a case, or gives it back. */
export const DECLINE_CODES = [
	'no_capacity',
	'not_eligible',
	'out_of_area',
	'wrong_category',
	'missing_documents',
	'conflict_of_interest',
	'other',
] as const
export type DeclineCode = (typeof DECLINE_CODES)[number]
