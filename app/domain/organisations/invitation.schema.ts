import * as z from 'zod/mini'
import { LOCALES } from '~/i18n/resources'
import { oneOf, someOf } from '~/lib/zod-fields'
import { STAFF_ROLES } from './staff-role'

/** `invitationId` was made with the page, so that a form sent twice invites once. */
export const InvitationSchema = z.object({
	invitationId: z.uuid('common:errors.invalid'),
	email: z
		.string('account:errors.emailMissing')
		.check(
			z.trim(),
			z.toLowerCase(),
			z.minLength(1, 'account:errors.emailMissing'),
			z.email('account:errors.emailFormat'),
			z.maxLength(254, 'account:errors.emailFormat'),
		),
	roles: someOf(STAFF_ROLES, 'account:errors.rolesMissing'),
	language: oneOf(LOCALES, 'account:errors.languageMissing'),
})
