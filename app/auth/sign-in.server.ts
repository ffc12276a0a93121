import { isAuthRetryableFetchError, type AuthError } from '@supabase/supabase-js'
import { asVisitor } from '~/db/db.server'
import { AppError } from '~/lib/errors'
import { forgetVerified, supabaseFor } from './session.server'
import { forgetSigningIn, mayTrySigningIn } from './sign-in-attempts.server'

/** Every answer carries the cookies of the session, or of its end. */
type Answer<Outcome extends string> =
	{ outcome: 'in'; userId: string; headers: Headers } | { outcome: Outcome; headers: Headers }

/** Whoever keeps the accounts cannot be reached: nobody's mistake, and not a wrong password. */
function reachable(error: AuthError) {
	if (isAuthRetryableFetchError(error) || (error.status ?? 500) >= 500) throw new AppError('unavailable')
}

/** The same answer for an unknown address and a wrong password. `email` in small letters. */
export async function signIn(
	request: Request,
	email: string,
	password: string,
): Promise<Answer<'refused' | 'throttled' | 'unconfirmed'>> {
	const { supabase, headers } = supabaseFor(request)
	if (!(await asVisitor((db) => mayTrySigningIn(db, email)))) return { outcome: 'throttled', headers }
	const { data, error } = await supabase.auth.signInWithPassword({ email, password })
	if (error) {
		reachable(error)
		return { outcome: error.code === 'email_not_confirmed' ? 'unconfirmed' : 'refused', headers }
	}
	await asVisitor((db) => forgetSigningIn(db, email))
	return { outcome: 'in', userId: data.user.id, headers }
}

/** `confirm`: a letter is on its way, or the address has an account already; which of the two is nobody's business. */
export async function signUp(
	request: Request,
	email: string,
	password: string,
	comeBackTo: string,
): Promise<Answer<'confirm' | 'taken' | 'weak' | 'throttled'>> {
	const { supabase, headers } = supabaseFor(request)
	const { data, error } = await supabase.auth.signUp({ email, password, options: { emailRedirectTo: comeBackTo } })
	if (error) {
		reachable(error)
		if (error.status === 429) return { outcome: 'throttled', headers }
		return { outcome: error.code === 'weak_password' ? 'weak' : 'taken', headers }
	}
	if (data.session && data.user) return { outcome: 'in', userId: data.user.id, headers }
	return { outcome: 'confirm', headers }
}

/** Revokes this session alone, not those on other devices. */
export async function signOut(request: Request): Promise<Headers> {
	const { supabase, headers } = supabaseFor(request)
	const { error } = await supabase.auth.signOut({ scope: 'local' })
	forgetVerified(request)
	if (error) reachable(error)
	return headers
}

/** Who is signed in, with the verified address of the account; null for everybody else. */
export async function findAccount(request: Request): Promise<{
	account: { userId: string; email: string } | null
	headers: Headers
}> {
	const { supabase, headers } = supabaseFor(request)
	const { data } = await supabase.auth.getClaims()
	if (!data) return { account: null, headers }
	return { account: { userId: data.claims.sub, email: String(data.claims.email ?? '').toLowerCase() }, headers }
}
