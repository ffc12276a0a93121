/** Codes of many events, apart by spaces: `330105 330106`. */
export type Codes = string

/**
 * What happened in one month: lists of one length each, the nth of each of one event. `person`: the same number for the same
 * person, and (hardly ever) for another too. Times are whole seconds, money is fen; null where there is none.
 */
export type FiledFacts = {
	area: Codes
	category: Codes
	person: number[]
	secondsToReply: (number | null)[]
	inTime: boolean[]
}
/** Times, money, nights and marks are lists of the events whose ending is `confirmed…`, in the same order. */
export type EndedFacts = {
	area: Codes
	category: Codes
	sector: Codes
	platform: Codes
	ending: Codes
	person: number[]
	secondsToOutcome: number[]
	moneyFen: (number | null)[]
	nights: (number | null)[]
	rating: (number | null)[]
}
/** `measure`: applications, approvals, transfers_in or ended. */
export type EnrolmentFacts = {
	measure: Codes
	area: Codes
	sector: Codes
	platform: Codes
	campaign: Codes
	secondsToApproval: (number | null)[]
}
/** `members` of them, when the month ends. */
export type MemberFacts = { area: Codes; sector: Codes; members: number[] }
/** Who joined in the month a year before, and is a member when this one ends, or is not. */
export type CohortFacts = MemberFacts & { stayed: boolean[] }
