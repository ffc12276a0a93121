import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { signIn } from '~/auth/sign-in.server'
import { owner } from './db'

type Account = { userId: string; email: string; password: string; confirmed: boolean }

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const json = (body: object, status = 200) => Response.json(body, { status })
const refused = (code: string, status = 400) => json({ code, error_code: code, msg: code }, status)

/**
 * Supabase Auth, as far as accounts and sessions go: accounts and living tokens stand in memory, users in the test's database.
 * `confirmFirst`: a new account gets a letter and no session, as a hosted project has it.
 */
// why: the only network edge of signing in; everything behind it, cookies and database included, is real
export function fakeAccounts({ confirmFirst = false, down = false } = {}) {
	const accounts: Account[] = []
	const tokens = new Map<string, Account>()

	const userOf = ({ userId, email }: Account) => ({ id: userId, aud: 'authenticated', role: 'authenticated', email })
	function session(account: Account) {
		const now = Math.floor(Date.now() / 1000)
		const claims = { sub: account.userId, email: account.email, role: 'authenticated', exp: now + 3600, iat: now }
		const token = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ ...claims, jti: randomUUID() })}.c2lnbmVk`
		tokens.set(token, account)
		return {
			access_token: token,
			token_type: 'bearer',
			expires_in: 3600,
			expires_at: now + 3600,
			refresh_token: randomUUID(),
			user: userOf(account),
		}
	}
	async function add(email: string, password: string, userId: string = randomUUID(), confirmed = true) {
		await owner`insert into auth.users (id, email) values (${userId}, ${email}) on conflict do nothing`
		const account = { userId, email, password, confirmed }
		accounts.push(account)
		return account
	}
	async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
		const request = new Request(input, init)
		const { pathname } = new URL(request.url)
		if (down) return json({ msg: 'no' }, 503)
		const token = request.headers.get('Authorization')?.replace('Bearer ', '') ?? ''
		if (pathname === '/auth/v1/user') {
			const account = tokens.get(token)
			return account ? json(userOf(account)) : refused('session_not_found', 403)
		}
		if (pathname === '/auth/v1/logout') {
			tokens.delete(token)
			return new Response(null, { status: 204 })
		}
		const { email = '', password = '' } = (await request.json()) as { email?: string; password?: string }
		const found = accounts.find((account) => account.email === email)
		if (pathname === '/auth/v1/token') {
			if (found?.password !== password) return refused('invalid_credentials')
			return found.confirmed ? json(session(found)) : refused('email_not_confirmed')
		}
		if (pathname === '/auth/v1/signup') {
			if (found) return confirmFirst ? json(userOf(found)) : refused('user_already_exists', 422)
			const account = await add(email, password, undefined, !confirmFirst)
			return confirmFirst ? json(userOf(account)) : json(session(account))
		}
		throw new Error(`nobody expected ${request.method} ${pathname}`)
	}
	vi.stubGlobal('fetch', vi.fn(answer))
	return { add, tokens }
}

/** What a browser would send back. */
export const cookiesOf = (headers: Headers) =>
	headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0]!)
		.filter((cookie) => !cookie.endsWith('='))
		.join('; ')

/** The cookies of somebody who has just signed in; the account is made on the way. */
export async function signedInAs(fake: ReturnType<typeof fakeAccounts>, userId: string): Promise<string> {
	const [user] = await owner<{ email: string }[]>`select email from auth.users where id = ${userId}`
	await fake.add(user!.email, 'a-long-password', userId)
	const answer = await signIn(new Request('http://app.test/signin'), user!.email, 'a-long-password')
	if (answer.outcome !== 'in') throw new Error(`not signed in: ${answer.outcome}`)
	return cookiesOf(answer.headers)
}
