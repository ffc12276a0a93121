import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { DefinitionsPage } from '~/components/figures/definitions-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { readAs } from '~/db/db.server'
import { mayReadFigures } from '~/domain/figures/read-board.server'

export const handle = { title: 'figures:definitionsTitle', scripts: false } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	signedIn(request, async (user) => {
		await readAs(user, mayReadFigures)
		return null
	})

export default DefinitionsPage
