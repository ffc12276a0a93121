import { data } from '@remix-run/node'
import { WHOLE_FORM, type FormReply } from '~/lib/form-data'

const REASONS = {
	taken: { [WHOLE_FORM]: 'account:errors.taken' },
	weak: { password: 'account:errors.passwordWeak' },
	throttled: { [WHOLE_FORM]: 'account:errors.throttled' },
} as const

/** What was typed goes back with the reason, and a password never does. */
export function refuseSignUp({ values, errors }: FormReply, outcome?: keyof typeof REASONS) {
	const { password: _, ...kept } = values
	const reply: FormReply = { values: kept, errors: outcome ? REASONS[outcome] : errors }
	return data(reply, { status: outcome === 'throttled' ? 429 : 422 })
}
