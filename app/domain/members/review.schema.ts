import * as z from 'zod/mini'
import { mustTick, oneOf, optionalText, requiredText } from '~/lib/zod-fields'

/** What an officer looks at: who waits, who was sent back, what is decided. */
export const REVIEW_VIEWS = ['waiting', 'returned', 'decided'] as const
export type ReviewView = (typeof REVIEW_VIEWS)[number]
/** More than this many are not approved at once: a page of the list. */
export const MOST_AT_ONCE = 25
export const DECISIONS = ['returned', 'rejected'] as const
export type Decision = (typeof DECISIONS)[number]

/** What an officer says before somebody becomes a member. */
export const ApproveSchema = z.object({
	ids: z
		.array(z.uuid('join:review.errors.nobodyTicked'))
		.check(z.minLength(1, 'join:review.errors.nobodyTicked'), z.maxLength(MOST_AT_ONCE, 'join:review.errors.tooMany')),
	idSeen: mustTick('join:review.errors.idSeen'),
	wishAsked: mustTick('join:review.errors.wishAsked'),
	notMember: mustTick('join:review.errors.notMember'),
})
export const DecideSchema = z.object({
	decision: oneOf(DECISIONS, 'common:errors.invalid'),
	reason: requiredText(40, 'join:review.errors.reason', 'join:review.errors.reason'),
	note: optionalText(500, 'join:review.errors.noteLong'),
})
export const ReassignSchema = z.object({ union: z.uuid('join:review.errors.union') })
