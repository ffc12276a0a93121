import { redirect } from '@remix-run/node'
import type { Applicant } from '~/db/db.server'
import { signedCookie } from './signed-cookie.server'

/** Names the application that this browser writes. Its id is the key under which sending twice applies once. */
export const joinDraft = signedCookie('join-draft', 7)

/** Only a pointer to what reference and code have opened: the database decides whether it is still alive. */
export const applicationSession = signedCookie('application', 30)

/** Whoever has opened an application, or null. */
export async function findApplicant(request: Request): Promise<Applicant | null> {
	const session = await applicationSession.find(request)
	return session ? { role: 'receipt_holder', application_session: session } : null
}

/** For pages that are nothing without an application: sends everybody else to the form that opens one. */
export async function applicant(request: Request): Promise<Applicant> {
	const found = await findApplicant(request)
	if (!found) throw redirect('/union/join/status')
	return found
}
