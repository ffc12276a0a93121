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
	const go = (place: 'applications' | 'transfers' | 'drives' | 'members') => (
		<TextLink
			to={`/union/${organisationId}/${place}`}
			aria-label={t('overview.openPlace', { place: t(`tabs.${place}`) })}
		>
			{t('overview.open')}
		</TextLink>
	)
	return (
		<>
			<PageTitle over={t('title')}>{organisationName}</PageTitle>
			<DescriptionList
				facts={[
					{ term: t('overview.waiting'), value: waiting, action: go('applications') },
					{ term: t('overview.oldest'), value: oldest ? <TimeText at={oldest} /> : t('overview.none') },
					{ term: t('overview.transfersIn'), value: transfersIn, action: go('transfers') },
					{ term: t('overview.openDrives'), value: openDrives, action: go('drives') },
					{ term: t('overview.members'), value: members, action: go('members') },
				]}
			/>
			<ul className="mt-4">
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
			<div className="mt-6">
				<Notice>{t('promise')}</Notice>
			</div>
		</>
	)
}
