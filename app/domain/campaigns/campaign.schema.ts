import * as z from 'zod/mini'
import { CAMPAIGN_KINDS } from '~/domain/members/membership-state'
import { oneOf, optional, requiredText } from '~/lib/zod-fields'

/** `campaignId` was made with the page, so that a form sent twice starts one campaign. Whose station and officer the database checks. */
export const CampaignSchema = z.object({
	campaignId: z.uuid('common:errors.invalid'),
	name: requiredText(80, 'campaigns:errors.nameMissing', 'campaigns:errors.nameTooLong'),
	kind: oneOf(CAMPAIGN_KINDS, 'campaigns:errors.kindMissing'),
	station: optional(z.uuid('common:errors.invalid')),
	officer: z.uuid('campaigns:errors.officerMissing'),
})
export type NewCampaign = z.output<typeof CampaignSchema>
