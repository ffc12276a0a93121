import { data, redirect } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { asUser, type Db } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'

/**
 * One step of an officer, then to `to` with `?done=`. A step that a colleague, or the same finger, took before shows how
 * things stand, at `stands`, in place of an error. `refused` answers what the database calls wrong, with a 422.
 */
export async function unionStep<R extends object = never>(
	request: Request,
	step: (db: Db) => Promise<{ done: string; to: string }>,
	stands: string,
	refused?: () => R,
) {
	const answer = await signedIn(request, async (user): Promise<R> => {
		const { done, to } = await asUser(user, step).catch((error: unknown) => {
			const code = toAppError(error)?.code
			if (code === 'conflict') return { done: 'already', to: stands }
			if (code === 'invalid' && refused) return { done: null, to: stands }
			throw error
		})
		if (done === null && refused) return refused()
		throw redirect(`${to}?done=${done}`, 303)
	})
	return data(answer.data, { ...answer.init, status: 422 })
}
