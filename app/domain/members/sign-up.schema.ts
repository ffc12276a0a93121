import * as z from 'zod/mini'
import { PlaceSchema } from '~/domain/requests/filing.schema'
import { mustTick, oneOf, optional, ticked } from '~/lib/zod-fields'
import { emailField, idField, JoinWorkSchema, nameField, phoneField, WAYS } from './joining.schema'

/** On a form of paper each, or on one list at a meeting. */
export const SIGNED_ON = ['group', 'paper'] as const

/** What holds for everybody of one morning: typed once, and kept in the address. */
export const MorningSchema = z
	.extend(JoinWorkSchema, {
		on: oneOf(SIGNED_ON, 'join:signup.errors.on'),
		way: oneOf(WAYS, 'join:errors.wayMissing'),
		employer: optional(z.uuid('join:errors.employerMissing')),
		area: PlaceSchema.shape.area,
		campaign: optional(z.uuid('common:errors.invalid')),
		held: mustTick('join:signup.errors.held'),
	})
	.check(
		z.refine(({ way, employer }) => way !== 'employer' || employer !== undefined, {
			path: ['employer'],
			error: 'join:errors.employerMissing',
		}),
	)
export type Morning = z.output<typeof MorningSchema>

/** One person. `knowing`: save although these numbers are known. */
export const SignUpSchema = z.object({
	applicationId: z.uuid('common:errors.invalid'),
	name: nameField(),
	phone: phoneField(),
	idNumber: idField(),
	email: emailField(),
	knowing: ticked(),
})
export type SignUp = z.output<typeof SignUpSchema>
