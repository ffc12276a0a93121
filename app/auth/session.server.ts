import { createServerClient, parseCookieHeader, serializeCookieHeader } from '@supabase/ssr'
import ws from 'ws'
import { webEnv } from '~/env.server'

const { APP_URL, SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = webEnv()
const secure = APP_URL.startsWith('https:') // browsers refuse a __Host- cookie over plain http

/** A Supabase client that reads the session from the request; every reply must carry `headers`, where refreshed cookies land. */
export function supabaseFor(request: Request) {
	const headers = new Headers()
	const supabase = createServerClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
		realtime: { transport: ws as unknown as typeof WebSocket }, // Node 20 has none, and the client does not start without
		cookieOptions: { name: secure ? '__Host-session' : 'session', path: '/', httpOnly: true, sameSite: 'lax', secure },
		cookies: {
			getAll: () =>
				parseCookieHeader(request.headers.get('Cookie') ?? '').map(({ name, value }) => ({ name, value: value ?? '' })),
			setAll: (cookies) => {
				for (const { name, value, options } of cookies) {
					headers.append('Set-Cookie', serializeCookieHeader(name, value, { ...options, httpOnly: true, secure }))
				}
			},
		},
	})
	return { supabase, headers }
}

type Verified = { userId: string | null; cookies: string[] }
/** How long an answer of the account service holds for the same cookie. A role that ends, ends at once: it is in no cookie. */
const HOLDS = 5_000
const MOST = 5_000
const verified = new Map<string, { until: number; answer: Promise<Verified> }>()

async function verify(request: Request): Promise<Verified> {
	const { supabase, headers } = supabaseFor(request)
	const { data } = await supabase.auth.getClaims()
	return { userId: data?.claims.sub ?? null, cookies: headers.getSetCookie() }
}

/**
 * Verified user id, or null. `getSession()` is never enough: it trusts the cookie. Every reply must carry `headers`.
 * The loaders of one page run side by side, and a refresh token works once, so they share one question for one cookie.
 */
export async function getUserId(request: Request): Promise<{ userId: string | null; headers: Headers }> {
	const cookie = sessionPart(request)
	if (!cookie) return { userId: null, headers: new Headers() }
	const now = Date.now()
	let known = verified.get(cookie)
	if (!known || known.until < now) {
		if (verified.size >= MOST) verified.clear()
		known = { until: now + HOLDS, answer: verify(request) }
		verified.set(cookie, known)
		known.answer.then(
			({ userId }) => userId === null && verified.delete(cookie),
			() => verified.delete(cookie),
		)
	}
	const { userId, cookies } = await known.answer
	const headers = new Headers()
	for (const value of cookies) headers.append('Set-Cookie', value)
	return { userId, headers }
}

/** A session that was just ended is asked about anew. */
export function forgetVerified(request: Request): void {
	verified.delete(sessionPart(request))
}

function sessionPart(request: Request): string {
	return parseCookieHeader(request.headers.get('Cookie') ?? '')
		.filter(({ name }) => /^(__Host-)?session/.test(name))
		.map(({ name, value }) => `${name}=${value}`)
		.join('; ')
}
