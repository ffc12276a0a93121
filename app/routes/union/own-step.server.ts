import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { readAs, type Db } from '~/db/db.server'
import { getOwnMembership, type OwnMembership } from '~/domain/members/own-membership.server'
import { localeOf } from '~/i18n/i18n.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'

/** A page of one step with one's own membership. One that has ended takes no step. */
export async function showOwn<T extends object>(
	{ request, params: { membershipId = '' } }: LoaderFunctionArgs,
	read: (db: Db, own: OwnMembership, language: Locale) => Promise<T>,
) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const own = await getOwnMembership(db, language, membershipId)
			if (own.state === 'left') throw new AppError('conflict')
			return { over: own.organisationName, ...(await read(db, own, language)) }
		}),
	)
}
