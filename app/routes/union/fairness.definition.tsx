import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { FairnessDefinition } from '~/components/fairness/fairness-report'
import type { PageHandle } from '~/components/layout/page-handle'
import { readAs } from '~/db/db.server'
import { findMyUnion } from '~/domain/organisations/officer.server'

export const handle = { title: 'fairness:definitionTitle' } satisfies PageHandle

export const loader = ({ request, params: { organisationId = '' } }: LoaderFunctionArgs) =>
	signedIn(request, (user) => readAs(user, (db) => findMyUnion(db, 'zh-CN', organisationId)))

export default FairnessDefinition
