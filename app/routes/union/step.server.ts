import { redirect } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { asUser, type Db } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'

/**
 * One step of an officer, then to `to` with `?done=`. A step that a colleague, or the same finger, took before shows how
 * things stand, at `stands`, in place of an error.
 */
export async function unionStep(
	request: Request,
	step: (db: Db) => Promise<{ done: string; to: string }>,
	stands: string,
): Promise<never> {
	await signedIn(request, async (user) => {
		try {
			const { done, to } = await asUser(user, step)
			throw redirect(`${to}${to.includes('?') ? '&' : '?'}done=${done}`, 303)
		} catch (error) {
			if (!(error instanceof Response) && toAppError(error)?.code === 'conflict')
				throw redirect(`${stands}?done=already`, 303)
			throw error
		}
	})
	throw new Error('a step ends in a redirect')
}
