import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useOutletContext } from '@remix-run/react'
import { signedIn } from '~/auth/signed-in.server'
import { UnionTabs } from '~/components/union/union-tabs'
import { readAs } from '~/db/db.server'
import { readUnionDesk } from '~/domain/members/union.server'
import { localeOf } from '~/i18n/i18n.server'

/** What stands around every page of an officer: which union, and what waits where. Pages ask for their own rights again. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) => readAs(user, (db) => readUnionDesk(db, language, organisationId)))
}

export default function Union() {
	const desk = useLoaderData<typeof loader>()
	return (
		<>
			<UnionTabs
				base={`/union/${desk.organisationId}`}
				waiting={{ applications: desk.waiting, transfers: desk.transfersIn }}
			/>
			<Outlet context={desk} />
		</>
	)
}

/** The union that the page belongs to, as its frame has read it. */
export const useUnion = () => useOutletContext<ReturnType<typeof useLoaderData<typeof loader>>>()
