import * as z from 'zod/mini'
import { CLOSE_CODES } from '~/domain/cases/case-state'
import { oneOf, optional, requiredText, ticked } from '~/lib/zod-fields'

/** Hours that an offer may stay open, as the form offers them. The database takes 1 to 168. */
export const RESPOND_HOURS = ['4', '8', '24', '48', '72', '168'] as const
/** The answer that leads to the list of every other organisation. */
export const OTHER = 'other'

/** `other` counts only behind the answer OTHER. */
export const OfferForm = z
	.object({
		organisation: z.union([z.uuid(), z.literal(OTHER)], 'operator:errors.organisationMissing'),
		other: optional(z.uuid('operator:errors.otherMissing')),
		hours: oneOf(RESPOND_HOURS, 'operator:errors.hoursMissing'),
	})
	.check(
		z.refine((offer) => offer.organisation !== OTHER || offer.other !== undefined, {
			path: ['other'],
			error: 'operator:errors.otherMissing',
		}),
	)

/** `again`: the router looks once more with the new kind of help. */
export const CategoryForm = z.object({
	category: requiredText(60, 'operator:errors.categoryMissing', 'operator:errors.categoryMissing'),
	again: ticked(),
})

/** An end by the desk always has a reason from the list. */
export const CloseForm = z.object({ code: oneOf(CLOSE_CODES, 'operator:errors.codeMissing') })
