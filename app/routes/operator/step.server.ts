import { data, redirect } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { asUser, type Db } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { AppError } from '~/lib/errors'

type Ends = { done: string; to?: string; hash?: string }

/**
 * One step of a triager, then back to the case (or `to`). A step that somebody else, or the same finger, took before
 * shows how things stand in place of an error. `refused` answers what the database calls wrong, with a 422.
 */
export async function triageStep<R extends object = never>(
	request: Request,
	caseId: string,
	step: (db: Db) => Promise<void>,
	{ done, to = `/operator/cases/${caseId}`, hash = '' }: Ends,
	refused?: () => R,
) {
	const back = (said: string) => redirect(`${to}?done=${said}${hash}`, 303)
	const answer = await signedIn(request, async (user): Promise<R> => {
		try {
			await asUser(user, step)
		} catch (error) {
			const code = toAppError(error)?.code
			if (code === 'conflict') throw back('already')
			if (code === 'invalid' && refused) return refused()
			throw error
		}
		throw back(done)
	})
	return data(answer.data, { ...answer.init, status: 422 })
}

/** Steps are for cases in triage; one that has gone on says so. */
export function inTriage(state: string) {
	if (state !== 'triage') throw new AppError('conflict')
}
