import * as z from 'zod/mini'
import { MEMBERSHIP_NEXT, type MembershipState } from '~/domain/members/membership-state'
import { oneOf, optional } from '~/lib/zod-fields'
import { ROSTER_FORMATS } from './import-state'

export const EXPORTED_STATES = Object.keys(MEMBERSHIP_NEXT) as [MembershipState, ...MembershipState[]]

/** Which members, and as what. `exportId` was made with the page: a double tap is one line in the log. */
export const ExportSchema = z.object({
	exportId: z.uuid('common:errors.invalid'),
	state: optional(oneOf(EXPORTED_STATES, 'roster:errors.choose')),
	station: optional(z.uuid('common:errors.invalid')),
	format: oneOf(ROSTER_FORMATS, 'roster:errors.choose'),
})
export type Exported = z.output<typeof ExportSchema>
