import * as z from 'zod/mini'
import { oneOf } from '~/lib/zod-fields'
import { DECLINE_CODES } from './referral-state'

/**
 * Why a case is declined or given back. The two ids come from the page: after the answer the case can no longer be
 * read, and a double tap still finds its way to the desk.
 */
export const ReasonForm = z.object({
	referralId: z.uuid('common:errors.invalid'),
	organisationId: z.uuid('common:errors.invalid'),
	code: oneOf(DECLINE_CODES, 'desk:errors.codeMissing'),
})
