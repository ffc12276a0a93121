import * as z from 'zod/mini'
import { oneOf, optionalText, requiredText } from '~/lib/zod-fields'

/** The best first, as the page lists them. Texts, since that is what a form holds. */
export const RATINGS = ['5', '4', '3', '2', '1'] as const
export const COMMENT_MAX = 1000
export const REASON_MAX = 4000

/** Yes, it is so: with how much it helped. */
export const ConfirmSchema = z.object({
	rating: oneOf(RATINGS, 'track:errors.ratingMissing'),
	comment: optionalText(COMMENT_MAX, 'track:errors.commentLong'),
})

/** No, it is not so. The reason becomes a message to the organisation, under the id that was made with the page. */
export const DisputeSchema = z.object({
	messageId: z.uuid('common:errors.invalid'),
	reason: requiredText(REASON_MAX, 'track:errors.reasonMissing', 'track:errors.reasonLong'),
})
