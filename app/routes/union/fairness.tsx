import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '~/auth/signed-in.server'
import { FairnessReport } from '~/components/fairness/fairness-report'
import type { PageHandle } from '~/components/layout/page-handle'
import { readAs } from '~/db/db.server'
import { findMyUnion } from '~/domain/organisations/officer.server'
import { fairnessShown } from '../fairness-shown.server'

export const handle = { title: 'fairness:title' } satisfies PageHandle

/** For officers. The numbers are of the whole desk: a union alone would have too few cases to compare. */
export const loader = ({ request, params: { organisationId = '' } }: LoaderFunctionArgs) =>
	signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { id } = await findMyUnion(db, 'zh-CN', organisationId)
			return { organisationId: id, ...(await fairnessShown(db, request)) }
		}),
	)

export default function UnionFairness() {
	return <FairnessReport {...useLoaderData<typeof loader>()} />
}
