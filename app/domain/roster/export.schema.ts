import * as z from 'zod/mini'
import { MEMBERSHIP_NEXT, type MembershipState } from '~/domain/members/membership-state'
import { oneOf, optional } from '~/lib/zod-fields'
import { TABLE_FORMATS } from '~/lib/table-file'

export const EXPORTED_STATES = Object.keys(MEMBERSHIP_NEXT) as [MembershipState, ...MembershipState[]]

/** Which members, and as what. `exportId` was made with the page: a double tap is one line in the log. */
export const ExportSchema = z.object({
	exportId: z.uuid('common:errors.invalid'),
	state: optional(oneOf(EXPORTED_STATES, 'roster:errors.choose')),
	station: optional(z.uuid('common:errors.invalid')),
	format: oneOf(TABLE_FORMATS, 'roster:errors.choose'),
})
export type Exported = z.output<typeof ExportSchema>
