import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAs } from '~/db/db.server'
import { CALLS, listCalls } from '~/domain/drives/asks.server'
import { readDrive } from '~/domain/drives/drives.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'drives:titles.calls' } satisfies PageHandle

/** For paper: whom to call, with room for what they say. */
export async function loader({ request, params: { organisationId = '', driveId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const { searchParams } = new URL(request.url)
	const view = searchParams.get('view') === 'station' ? 'station' : 'phone'
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { drive } = await readDrive(db, language, organisationId, driveId)
			const { asks, next } = await listCalls(db, driveId, view, searchParams.getAll('after'))
			const more = next && `?${new URLSearchParams([['view', view], ...next.map((part) => ['after', part])])}`
			return {
				back: `/union/${organisationId}/drives/${driveId}?view=${view}`,
				name: drive.name,
				asks,
				more,
				most: CALLS,
			}
		}),
	)
}

export default function Calls() {
	const { t } = useTranslation(['drives', 'common'])
	const { back, name, asks, more, most } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle over={name} lead={t('calls.lead', { count: asks.length })}>
				{t('titles.calls')}
			</PageTitle>
			<p className="mb-4 flex flex-wrap items-center gap-x-6 text-muted print:hidden">
				{t('calls.print')}
				<TextLink tall to={back}>
					{t('common:actions.back')}
				</TextLink>
			</p>
			<ul className="mb-4 divide-y divide-line border-y border-line">
				{asks.map(({ id, name: member, phone, number, station }) => (
					<li key={id} className="flex flex-wrap justify-between gap-x-6 py-2 print:break-inside-avoid">
						<span className="w-full sm:w-72">
							<strong>{member}</strong> <span className="tabular-nums">{phone}</span>
							<span className="block text-small text-muted">{[number, station].filter(Boolean).join(' · ')}</span>
						</span>
						<span>{t('calls.boxes')}</span>
					</li>
				))}
			</ul>
			{more ? (
				<LinkButton to={more} className="print:hidden">
					{t('calls.more', { count: most })}
				</LinkButton>
			) : null}
		</>
	)
}
