import { data } from '@remix-run/node'
import { findApplicant } from '~/auth/join-cookies.server'
import { refusable } from '~/auth/refusals.server'
import { getUserId } from '~/auth/session.server'
import { signedIn } from '~/auth/signed-in.server'
import { asApplicant, asUser, type Applicant, type Db, type User } from '~/db/db.server'

export type CardHolder = User | Applicant

/** Runs for whoever may hold a membership card: somebody signed in, else whoever has opened the application that led to one. */
export async function cardHolder<T extends object | null>(
	request: Request,
	handle: (holder: CardHolder) => Promise<T>,
) {
	const [{ userId }, applicant] = await Promise.all([getUserId(request), findApplicant(request)])
	return applicant && !userId ? data(await refusable(() => handle(applicant))) : signedIn(request, handle)
}

/** One transaction that writes, as the holder. */
export const asHolder = <T>(holder: CardHolder, work: (db: Db) => Promise<T>) =>
	holder.role === 'authenticated' ? asUser(holder, work) : asApplicant(holder, work)
