import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { CampaignList } from '~/components/union/campaign-list'
import { readAs } from '~/db/db.server'
import { listCampaigns } from '~/domain/campaigns/campaigns.server'
import { findMyUnion } from '~/domain/organisations/officer.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'campaigns:titles.list' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const after = new URL(request.url).searchParams.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const union = await findMyUnion(db, language, organisationId)
			return { organisationId: union.id, ...(await listCampaigns(db, union.id, after)) }
		}),
	)
}

export default function Campaigns() {
	const { t } = useTranslation('campaigns')
	const { organisationId, campaigns, next } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={t('list.lead')}>{t('titles.list')}</PageTitle>
			<p className="mb-5">
				<LinkButton to={`/union/${organisationId}/campaigns/new`} tone="primary">
					{t('list.start')}
				</LinkButton>
			</p>
			<CampaignList campaigns={campaigns} next={next} />
		</>
	)
}
