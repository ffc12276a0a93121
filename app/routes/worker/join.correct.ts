import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { applicant, joinDraft } from '~/auth/join-cookies.server'
import { refusable } from '~/auth/refusals.server'
import { asApplicant } from '~/db/db.server'
import { joinPath } from '~/domain/members/joining'
import { beginCorrection } from '~/domain/members/own-application.server'

export const loader = () => redirect('/union/join/status')

/** What came back is written anew from what was given: the overview lets each answer be changed and sends it again. */
export async function action({ request }: ActionFunctionArgs) {
	const holder = await applicant(request)
	return refusable(async () => {
		const id = await asApplicant(holder, beginCorrection)
		return redirect(joinPath('check'), { status: 303, headers: { 'Set-Cookie': await joinDraft.keep(id) } })
	})
}
