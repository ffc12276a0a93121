import * as z from 'zod/mini'
import { requiredText } from '~/lib/zod-fields'

/** The embedded accounts and supabase/config.toml say the same. */
const PASSWORD_MIN = 10
/** Supabase hashes with bcrypt, which reads no further. */
const PASSWORD_MAX = 72

const email = z
	.string('account:errors.emailMissing')
	.check(
		z.trim(),
		z.toLowerCase(),
		z.minLength(1, 'account:errors.emailMissing'),
		z.email('account:errors.emailFormat'),
		z.maxLength(254, 'account:errors.emailFormat'),
	)
const newPassword = z
	.string('account:errors.passwordMissing')
	.check(
		z.minLength(1, 'account:errors.passwordMissing'),
		z.minLength(PASSWORD_MIN, 'account:errors.passwordShort'),
		z.maxLength(PASSWORD_MAX, 'account:errors.passwordLong'),
	)
/** How colleagues and workers see somebody who works here. */
const name = requiredText(60, 'account:errors.nameMissing', 'account:errors.nameLong')

/** No rule for the password but that there is one: it may be older than today's rules. */
export const SignInSchema = z.object({
	email,
	password: z.string('account:errors.passwordMissing').check(z.minLength(1, 'account:errors.passwordMissing')),
})
/** For workers, who need no name. */
export const SignUpSchema = z.object({ email, password: newPassword })
/** Of the link of an invitation, for somebody new. */
export const JoinSchema = z.object({ name, password: newPassword })
/** Of the same link, for whoever is signed in already. */
export const AcceptSchema = z.object({ name })
