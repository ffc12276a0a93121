import { signIn } from '~/auth/sign-in.server'
import { SignInSchema } from '~/domain/people/account.schema'
import { WHOLE_FORM, parseForm, type FormReply } from '~/lib/form-data'

const REFUSALS = {
	refused: { error: 'account:errors.wrongPair', status: 422 },
	throttled: { error: 'account:errors.throttled', status: 429 },
	unconfirmed: { error: 'account:errors.unconfirmed', status: 422 },
} as const

type Taken = { userId: string; headers: Headers } | { reply: FormReply; status: 422 | 429 }

/** The form that asks for address and password: who it is, with the session's cookies, or what to say. */
export async function takeSignIn(request: Request, form: FormData): Promise<Taken> {
	const parsed = parseForm(form, SignInSchema)
	if (!parsed.ok) return refuse(parsed.reply, 422)
	const { email, password } = parsed.data
	const answer = await signIn(request, email, password)
	if (answer.outcome === 'in') return answer
	const { error, status } = REFUSALS[answer.outcome]
	return refuse({ values: { email }, errors: { [WHOLE_FORM]: error } }, status)
}

/** A password is never sent back. */
function refuse({ values, errors }: FormReply, status: 422 | 429): Taken {
	const { password: _, ...kept } = values
	return { reply: { values: kept, errors }, status }
}
