import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { refusable } from '~/auth/refusals.server'
import { getUserId } from '~/auth/session.server'
import { signOut } from '~/auth/sign-in.server'
import { forgetRequests } from './forget.server'

export const loader = () => redirect('/')

/** "This is a shared phone": begun, sent and signed in, nothing of it is left in this browser, and the start page says so. */
export async function action({ request }: ActionFunctionArgs) {
	const headers = await forgetRequests(request)
	const { userId } = await getUserId(request)
	if (userId) {
		const ended = await refusable(() => signOut(request), headers)
		for (const cookie of ended.getSetCookie()) headers.append('Set-Cookie', cookie)
	}
	return redirect('/?cleared', { status: 303, headers })
}
