import { redirect } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { asUser, type Db } from '~/db/db.server'
import { webEnv } from '~/env.server'
import { memberHash } from '~/lib/member-hash.server'
import type { FormReply } from '~/lib/form-data'

/** What unique numbers are compared by. Give the number as `normalPhone` left it. */
export const hashOfPhone = (phone: string) => memberHash(webEnv().MEMBER_SECRET, 'phone', phone)

/** One step in one transaction. What it answers is a refusal with everything typed; without one the page `to` says what was done. */
export const step = (request: Request, to: string, done: string, work: (db: Db) => Promise<FormReply | void>) =>
	signedIn(request, async (user) => {
		const refused = await asUser(user, work)
		if (refused) return refused
		throw redirect(`${to}?done=${done}`, 303)
	})

/** The answer of `step` when it was a refusal. */
export const refusedWith = <T extends object>(answer: { data: T; init: ResponseInit | null }) => ({
	...answer.init,
	status: 422,
})
