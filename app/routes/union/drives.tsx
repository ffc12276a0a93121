import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { DriveList } from '~/components/drives/drive-list'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { listDrives } from '~/domain/drives/drives.server'
import { useUnion } from './union'

export const handle = { title: 'drives:titles.list' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const after = new URL(request.url).searchParams.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => ({ ...(await listDrives(db, organisationId, after)), first: after.length === 0 })),
	)
}

export default function Drives() {
	const { t } = useTranslation('drives')
	const { organisationId, organisationName } = useUnion()
	const base = `/union/${organisationId}`
	return (
		<>
			<PageTitle over={organisationName} lead={t('list.lead')}>
				{t('titles.list')}
			</PageTitle>
			<p className="mb-6">
				<LinkButton to={`${base}/drives/new`} tone="primary">
					{t('list.new')}
				</LinkButton>
			</p>
			<DriveList base={base} {...useLoaderData<typeof loader>()} />
		</>
	)
}
