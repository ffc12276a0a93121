import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/ui/empty-state'
import { MoreLink } from '~/components/ui/more-link'
import { StatusBadge } from '~/components/ui/status-badge'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { CAMPAIGN_KINDS } from '~/domain/members/membership-state'

type Item = {
	id: string
	name: string
	kind: (typeof CAMPAIGN_KINDS)[number]
	station: string | null
	createdAt: Date
	stoppedAt: Date | null
	applications: number
	approved: number
	waiting: number
}

export function CampaignState({ stopped }: { stopped: boolean }) {
	const { t } = useTranslation('campaigns')
	return stopped ? (
		<StatusBadge icon="close">{t('states.stopped')}</StatusBadge>
	) : (
		<StatusBadge tone="good" icon="check">
			{t('states.running')}
		</StatusBadge>
	)
}

/** Codes of a union with what came of each, the newest first. */
export function CampaignList({ campaigns, next }: { campaigns: Item[]; next: string[] | null }) {
	const { t } = useTranslation('campaigns')
	if (campaigns.length === 0) return <EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>
	return (
		<>
			<ul className="mb-4 divide-y divide-line border-y border-line">
				{campaigns.map(({ id, name, kind, station, createdAt, stoppedAt, applications, approved, waiting }) => (
					<li key={id} className="py-3">
						<div className="flex flex-wrap items-center gap-x-4">
							<TextLink tall to={id} className="font-bold">
								{name}
							</TextLink>
							<CampaignState stopped={stoppedAt !== null} />
						</div>
						<p>{t('list.figures', { applications, approved, waiting })}</p>
						<p className="text-muted">
							{[t(`kinds.${kind}`), station].filter(Boolean).join(' · ')} · {t('list.started')}{' '}
							<TimeText at={createdAt} kind="date" relative={false} />
						</p>
					</li>
				))}
			</ul>
			{next ? <MoreLink after={next} /> : null}
		</>
	)
}
