import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '~/auth/signed-in.server'
import { FairnessReport } from '~/components/fairness/fairness-report'
import type { PageHandle } from '~/components/layout/page-handle'
import { readAs } from '~/db/db.server'
import { requireAdministrator } from '~/domain/organisations/staff.server'
import { fairnessShown } from '../fairness-shown.server'

export const handle = { title: 'fairness:title' } satisfies PageHandle

/** For administrators of the desk. */
export const loader = ({ request }: LoaderFunctionArgs) =>
	signedIn(request, (user) =>
		readAs(user, async (db) => {
			await requireAdministrator(db)
			return fairnessShown(db, request)
		}),
	)

export default function OperatorFairness() {
	return <FairnessReport {...useLoaderData<typeof loader>()} />
}
