import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { AskList } from '~/components/drives/ask-list'
import { AskTabs } from '~/components/drives/ask-tabs'
import { DriveHead } from '~/components/drives/drive-head'
import { ProgressFigures } from '~/components/drives/progress'
import type { PageHandle } from '~/components/layout/page-handle'
import { LivePage } from '~/components/ui/live-page'
import { TextLink } from '~/components/ui/text-link'
import { readAs } from '~/db/db.server'
import { countSaid, listAsks, listSaid } from '~/domain/drives/asks.server'
import { isAskView } from '~/domain/drives/drive-view'
import { readDrive } from '~/domain/drives/drives.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'drives:titles.drive' } satisfies PageHandle

/** How far a drive is, and one of its lists (`?view=`, the first that has somebody in it if not said). */
export async function loader({ request, params: { organisationId = '', driveId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const { searchParams } = new URL(request.url)
	const after = searchParams.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { drive, progress } = await readDrive(db, language, organisationId, driveId)
			const said = await countSaid(db, driveId)
			const waiting = progress.table.waiting
			const fitting = drive.state === 'closed' ? 'lapsed' : waiting.phone > 0 ? 'phone' : 'email'
			const wanted = searchParams.get('view')
			const view = isAskView(wanted) ? wanted : fitting
			const list =
				view === 'said'
					? await listSaid(db, driveId, after).then(({ said: asks, next }) => ({ asks, next }))
					: await listAsks(db, driveId, view, after)
			return { drive, progress, said, view, ...list, first: after.length === 0 }
		}),
	)
}

export default function DrivePage() {
	const { t } = useTranslation('drives')
	const { drive, progress, said, view, asks, next, first } = useLoaderData<typeof loader>()
	const [search] = useSearchParams()
	const base = `/union/${drive.organisationId}/drives/${drive.id}`
	return (
		<>
			<DriveHead drive={drive} progress={progress} done={search.get('done')} base={base} />
			<ProgressFigures progress={progress} />
			{drive.state === 'open' ? (
				<p className="mb-6 flex flex-wrap items-center gap-x-6 text-muted">
					<LivePage />
					<TextLink tall to={`?view=${view}`} reloadDocument>
						{t('progress.reload')}
					</TextLink>
				</p>
			) : null}
			<AskTabs current={view} progress={progress} said={said} />
			<AskList base={base} view={view} asks={asks} next={next} first={first} />
		</>
	)
}
