import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { applicationSession, findApplicant, joinDraft } from '~/auth/join-cookies.server'
import { asApplicant } from '~/db/db.server'
import { closeApplication } from '~/domain/members/own-application.server'

export const loader = () => redirect('/union/join/status')

/** "This is a shared phone": the session ends in the database too, and the draft is forgotten, which would show the code. */
export async function action({ request }: ActionFunctionArgs) {
	const holder = await findApplicant(request)
	if (holder) await asApplicant(holder, closeApplication)
	const headers = new Headers()
	for (const cookie of [await applicationSession.forget(), await joinDraft.forget()])
		headers.append('Set-Cookie', cookie)
	return redirect('/union/join/status?done=closed', { status: 303, headers })
}
