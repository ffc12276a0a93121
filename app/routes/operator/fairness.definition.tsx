import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { FairnessDefinition } from '~/components/fairness/fairness-report'
import type { PageHandle } from '~/components/layout/page-handle'
import { readAs } from '~/db/db.server'
import { requireAdministrator } from '~/domain/organisations/staff.server'

export const handle = { title: 'fairness:definitionTitle' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	signedIn(request, async (user) => {
		await readAs(user, requireAdministrator)
		return null
	})

export default FairnessDefinition
