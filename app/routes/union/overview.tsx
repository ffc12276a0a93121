import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import { readAs } from '~/db/db.server'
import { countOpenMemberships } from '~/domain/members/union.server'
import { useUnion } from './union'

export const handle = { title: 'union:title' } satisfies PageHandle

export const loader = ({ request, params: { organisationId = '' } }: LoaderFunctionArgs) =>
	signedIn(request, async (user) => ({
		members: await readAs(user, (db) => countOpenMemberships(db, organisationId)),
	}))

/** What waits for an officer today. */
export default function Overview() {
	const { t } = useTranslation('union')
	const { organisationId, organisationName, waiting, oldest, transfersIn, openDrives } = useUnion()
	const { members } = useLoaderData<typeof loader>()
	/** A number leads to what it counts. */
	const linked = (count: number, to: string) =>
		count === 0 ? (
			count
		) : (
			<TextLink to={to} tall className="font-bold">
				{count}
			</TextLink>
		)
	return (
		<>
			<PageTitle over={t('title')}>{organisationName}</PageTitle>
			<DescriptionList
				facts={[
					{ term: t('overview.waiting'), value: linked(waiting, 'applications') },
					{ term: t('overview.oldest'), value: oldest ? <TimeText at={oldest} /> : t('overview.none') },
					{ term: t('overview.transfersIn'), value: linked(transfersIn, 'transfers') },
					{ term: t('overview.openDrives'), value: linked(openDrives, 'drives') },
					{ term: t('overview.members'), value: members },
				]}
			/>
			<ul className="my-4">
				<li>
					<TextLink to={`/desk/${organisationId}/now`} tall>
						{t('overview.now')}
					</TextLink>
				</li>
				<li>
					<TextLink to="/union/reports" tall>
						{t('figures.reports')}
					</TextLink>
				</li>
			</ul>
			<Notice>{t('promise')}</Notice>
		</>
	)
}
