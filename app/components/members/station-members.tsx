import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/ui/empty-state'
import { LinkButton } from '~/components/ui/button'
import { Icon } from '~/components/ui/icon'
import type { StationMember } from '~/domain/members/my-stations.server'
import { MembershipBadge } from './membership-badge'

type Props = { members: StationMember[]; view: 'all' | 'unanswered'; first: boolean }

/** Names, states and last four digits: what tells people apart at a station, and no more. */
export function StationMembers({ members, view, first }: Props) {
	const { t } = useTranslation('stations')
	if (members.length === 0 && first)
		return view === 'all' ? (
			<EmptyState title={t('mine.empty')}>{t('mine.emptyHint')}</EmptyState>
		) : (
			<EmptyState title={t('mine.emptyUnanswered')}>{t('mine.emptyUnansweredHint')}</EmptyState>
		)
	return (
		<ul className="mb-4 divide-y divide-line border-y border-line">
			{members.map(({ id, name, state, phoneLastFour, askId }) => (
				<li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
					<span className="font-bold">{name}</span>
					<span className="text-muted">{t('mine.lastFour', { digits: phoneLastFour })}</span>
					<MembershipBadge state={state} />
					{askId ? (
						<span className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-1">
							<span className="inline-flex items-center gap-1 text-wait">
								<Icon name="message" className="size-4" />
								{t('mine.open')}
							</span>
							<LinkButton to={`/union/station/asks/${askId}`} aria-label={t('mine.recordFor', { name })}>
								{t('mine.record')}
							</LinkButton>
						</span>
					) : null}
				</li>
			))}
		</ul>
	)
}
