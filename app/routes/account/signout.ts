import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { signOut } from '~/auth/sign-in.server'
import { safePath } from '~/auth/signed-in.server'
import { forgetRequests } from '../worker/forget.server'

/** Only by POST: an image on another page must not sign anybody out. */
export const loader = () => redirect('/signin')

/** Closes the receipt that is open on this device too, and forgets the draft: the next person here sees nothing. */
export async function action({ request }: ActionFunctionArgs) {
	const wanted = (await request.formData()).get('returnTo')
	const headers = await signOut(request)
	for (const cookie of (await forgetRequests(request)).getSetCookie()) headers.append('Set-Cookie', cookie)
	throw redirect(safePath(typeof wanted === 'string' ? wanted : null, '/signin?out'), { status: 303, headers })
}
