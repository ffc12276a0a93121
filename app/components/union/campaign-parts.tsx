import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SubmitButton } from '~/components/form/submit-button'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { Details } from '~/components/ui/details'
import { TimeText } from '~/components/ui/time-text'
import { inHalves } from '~/domain/campaigns/campaign-code'
import type { CAMPAIGN_KINDS } from '~/domain/members/membership-state'

type Facts = {
	code: string
	address: string
	kind: (typeof CAMPAIGN_KINDS)[number]
	station: string | null
	officer: string | null
	createdAt: Date
	stoppedAt: Date | null
}

export function CampaignFacts({ code, address, kind, station, officer, createdAt, stoppedAt }: Facts) {
	const { t } = useTranslation('campaigns')
	const nobody = t('campaign.nobody')
	return (
		<DescriptionList
			facts={[
				{ term: t('campaign.code'), value: <b className="font-mono">{inHalves(code)}</b> },
				{ term: t('campaign.address'), value: <span className="break-all select-all">{address}</span> },
				{ term: t('campaign.kind'), value: t(`kinds.${kind}`) },
				{ term: t('campaign.station'), value: station ?? nobody },
				{ term: t('campaign.officer'), value: officer ?? nobody },
				{ term: t('campaign.created'), value: <TimeText at={createdAt} kind="date" /> },
				...(stoppedAt ? [{ term: t('campaign.stopped'), value: <TimeText at={stoppedAt} kind="date" /> }] : []),
			]}
		/>
	)
}

export function CampaignFigures(figures: { applications: number; approved: number; waiting: number }) {
	const { t } = useTranslation('campaigns')
	return (
		<Card title={t('campaign.figures')}>
			<dl className="mb-2 flex flex-wrap gap-x-8 gap-y-2">
				{(['applications', 'approved', 'waiting'] as const).map((figure) => (
					<div key={figure}>
						<dt className="text-muted">{t(`campaign.${figure}`)}</dt>
						<dd className="text-title font-bold">{figures[figure]}</dd>
					</div>
				))}
			</dl>
			<p className="text-small text-muted">{t('campaign.definition')}</p>
		</Card>
	)
}

/** An `<img>` of a PNG: in WeChat a picture is saved by a long press, and nothing can be downloaded. */
export function CampaignPictures({ code, address, poster }: { code: string; address: string; poster: string }) {
	const { t } = useTranslation('campaigns')
	return (
		<>
			<Card title={t('campaign.picture')}>
				<img
					src={`/union/qr/${code}.png`}
					alt={t('campaign.pictureAlt', { address })}
					width="240"
					height="240"
					className="code-picture mb-2 rounded-card border border-line"
				/>
				<p className="mb-2">{t('campaign.pictureHint')}</p>
				<p className="flex flex-wrap gap-x-5">
					{(['png', 'svg'] as const).map((kind) => (
						<a
							key={kind}
							href={`/union/qr/${code}.${kind}`}
							download={`${code}.${kind}`}
							className="link inline-flex min-h-11 items-center"
						>
							{t(kind === 'png' ? 'campaign.save' : 'campaign.vector')}
						</a>
					))}
				</p>
			</Card>
			<Card title={t('campaign.paper')}>
				<p className="mb-3">{t('campaign.paperHint')}</p>
				<LinkButton to={poster} tone="primary" reloadDocument>
					{t('campaign.poster')}
				</LinkButton>
			</Card>
		</>
	)
}

/** Asked twice: it opens first, then says what follows. */
export function StopCampaign() {
	const { t } = useTranslation('campaigns')
	return (
		<Details summary={t('campaign.stop')}>
			<p className="mb-3">{t('campaign.stopText')}</p>
			<Form method="post" reloadDocument>
				<SubmitButton tone="danger">{t('campaign.stopButton')}</SubmitButton>
			</Form>
		</Details>
	)
}
