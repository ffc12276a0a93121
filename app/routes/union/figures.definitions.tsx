import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { DefinitionsPage } from '~/components/figures/definitions-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { readAs } from '~/db/db.server'
import { requireReader } from '~/domain/figures/reader.server'

export const handle = { title: 'figures:definitionsTitle', scripts: false } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	signedIn(request, async (user) => {
		await readAs(user, requireReader)
		return null
	})

export default DefinitionsPage
