import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { CampaignFacts, CampaignFigures, CampaignPictures, StopCampaign } from '~/components/union/campaign-parts'
import { CampaignState } from '~/components/union/campaign-list'
import { asUser, readAs } from '~/db/db.server'
import { joinPath } from '~/domain/campaigns/campaign-code'
import { findCampaign, stopCampaign } from '~/domain/campaigns/campaigns.server'
import { findMyUnion } from '~/domain/organisations/officer.server'
import { webEnv } from '~/env.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'campaigns:titles.campaign' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', campaignId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const union = await findMyUnion(db, language, organisationId)
			const campaign = await findCampaign(db, union.id, campaignId)
			return { organisationId: union.id, ...campaign, address: `${webEnv().APP_URL}${joinPath(campaign.code)}` }
		}),
	)
}

/** Stops it. */
export const action = ({ request, params: { organisationId = '', campaignId = '' } }: ActionFunctionArgs) =>
	signedIn(request, async (user) => {
		await asUser(user, (db) => stopCampaign(db, campaignId))
		throw redirect(`/union/${organisationId}/campaigns/${campaignId}?done=stopped`, 303)
	})

const DONE = ['started', 'stopped'] as const

export default function CampaignPage() {
	const { t } = useTranslation('campaigns')
	const campaign = useLoaderData<typeof loader>()
	const [search] = useSearchParams()
	const done = DONE.find((known) => known === search.get('done'))
	const stopped = campaign.stoppedAt !== null
	const at = `/union/${campaign.organisationId}/campaigns`
	return (
		<>
			<TextLink to={at} tall>
				{t('campaign.back')}
			</TextLink>
			{done ? (
				<Notice tone="good" announce>
					{t(`done.${done}`)}
				</Notice>
			) : null}
			<PageTitle>{campaign.name}</PageTitle>
			<p className="mb-5">
				<CampaignState stopped={stopped} />
			</p>
			{stopped && !done ? <Notice tone="wait">{t('campaign.stoppedNotice')}</Notice> : null}
			<div className="lg:grid lg:grid-cols-2 lg:items-start lg:gap-5">
				<div>
					<CampaignFigures {...campaign} />
					<CampaignFacts {...campaign} />
				</div>
				{stopped ? null : (
					<div>
						<CampaignPictures code={campaign.code} address={campaign.address} poster={`${at}/${campaign.id}/poster`} />
						<StopCampaign />
					</div>
				)}
			</div>
		</>
	)
}
