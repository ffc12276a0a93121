import { data, redirect } from '@remix-run/node'
import type { User } from '~/db/db.server'
import { refusable } from './refusals.server'
import { getUserId } from './session.server'

/** Only ever a path of this site, whatever stands in the address: also after a browser has left out tabs and turned slashes. */
export function safePath(wanted: string | null, fallback: string): string {
	const here = 'http://here.invalid'
	if (!wanted?.startsWith('/') || !URL.canParse(wanted, here)) return fallback
	const { origin, pathname, search, hash } = new URL(wanted, here)
	return origin === here && !pathname.startsWith('//') ? pathname + search + hash : fallback
}

/** Run a loader or action for somebody signed in; refreshed cookies go out with every answer. A redirect is thrown. */
export async function signedIn<T extends object | null>(request: Request, handle: (user: User) => Promise<T>) {
	const { userId, headers } = await getUserId(request)
	if (!userId) {
		const { pathname, search } = new URL(request.url)
		const redirectTo = pathname.replace(/\.data$/, '') + search
		throw redirect(`/signin?${new URLSearchParams({ redirectTo })}`, { headers })
	}
	return data(await refusable(() => handle({ role: 'authenticated', sub: userId }), headers), { headers })
}
