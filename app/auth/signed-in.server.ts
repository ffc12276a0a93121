import { data, redirect } from '@remix-run/node'
import type { User } from '~/db/db.server'
import { keepTyped, pathOf } from './kept-form.server'
import { refusable } from './refusals.server'
import { getUserId } from './session.server'

/** Only ever a path of this site, whatever stands in the address: also after a browser has left out tabs and turned slashes. */
export function safePath(wanted: string | null, fallback: string): string {
	const here = 'http://here.invalid'
	if (!wanted?.startsWith('/') || !URL.canParse(wanted, here)) return fallback
	const { origin, pathname, search, hash } = new URL(wanted, here)
	return origin === here && !pathname.startsWith('//') ? pathname + search + hash : fallback
}

/** The page that asks, and leads back here. Throws a page of its own where something typed would be lost on the way. */
async function askToSignIn(request: Request, headers: Headers, read?: FormData): Promise<Response> {
	await keepTyped(request, 'account', headers, read)
	return redirect(`/signin?${new URLSearchParams({ redirectTo: pathOf(request) })}`, { headers })
}

/** The posted form of somebody signed in, for actions that look at it first. */
export async function signedInForm(request: Request): Promise<FormData> {
	const [{ userId, headers }, form] = await Promise.all([getUserId(request), request.formData()])
	if (!userId) throw await askToSignIn(request, headers, form)
	return form
}

/** Run a loader or action for somebody signed in; refreshed cookies go out with every answer. A redirect is thrown. */
export async function signedIn<T extends object | null>(request: Request, handle: (user: User) => Promise<T>) {
	const { userId, headers } = await getUserId(request)
	if (!userId) throw await askToSignIn(request, headers)
	return data(await refusable(() => handle({ role: 'authenticated', sub: userId }), headers), { headers })
}
