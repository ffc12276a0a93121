/** What came out of a case, as the organisation proposes it and the worker confirms or disputes it. */
export const OUTCOME_CODES = [
	'got_help',
	'partly',
	'referred_on',
	'not_eligible',
	'could_not_reach',
	'no_longer_needed',
	'refused_by_other_party',
] as const
export type OutcomeCode = (typeof OUTCOME_CODES)[number]

/** `void`: the case left the organisation before the worker answered. */
export type OutcomeAnswer = 'confirmed' | 'disputed' | 'unanswered' | 'void'
