import { createCookie } from '@remix-run/node'
import { webEnv } from '~/env.server'

const { APP_URL, COOKIE_SECRET } = webEnv()
const secure = APP_URL.startsWith('https:') // browsers refuse a __Host- cookie over plain http

/** One id that this browser keeps for us, signed. `find` answers null without it, or with one that we did not sign. */
export function signedCookie(name: string, days: number) {
	const cookie = createCookie(secure ? `__Host-${name}` : name, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		secrets: [COOKIE_SECRET],
		maxAge: days * 86_400,
	})
	return {
		keep: (id: string) => cookie.serialize(id),
		forget: () => cookie.serialize('', { maxAge: 0 }),
		async find(request: Request): Promise<string | null> {
			const id: unknown = await cookie.parse(request.headers.get('Cookie'))
			return typeof id === 'string' && id !== '' ? id : null
		},
	}
}
