import { useTranslation } from 'react-i18next'
import { UrgencyBadge } from '~/components/cases/case-badges'
import { DueDate } from '~/components/cases/due-date'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Icon } from '~/components/ui/icon'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { TriageItem } from '~/domain/triage/triage.server'
import type { TriageView } from '~/domain/triage/triage-view'

type Props = { items: TriageItem[]; view: TriageView; first: boolean; next: string[] | null }
const EMPTY = { triage: 'emptyTriage', waiting: 'emptyWaiting' } as const

/** What the desk holds, whatever is due first; a page at a time, by the key of its last row. */
export function TriageList({ items, view, first, next }: Props) {
	const { t } = useTranslation(['operator', 'common'])
	if (items.length === 0 && first)
		return <EmptyState title={t(`operator:list.${EMPTY[view]}`)}>{t(`operator:list.${EMPTY[view]}Hint`)}</EmptyState>
	const more = next && new URLSearchParams([['view', view], ...next.map((part) => ['after', part])])
	return (
		<>
			<ul className="mb-4 divide-y divide-line border-y border-line">
				{items.map((item) => (
					<Row key={item.id} item={item} view={view} />
				))}
			</ul>
			<p className="flex flex-wrap gap-3">
				{more ? <LinkButton to={`?${more}`}>{t('common:actions.more')}</LinkButton> : null}
				{first ? null : <LinkButton to={`?view=${view}`}>{t('operator:list.start')}</LinkButton>}
			</p>
		</>
	)
}

function Row({ item, view }: { item: TriageItem; view: TriageView }) {
	const { t } = useTranslation(['operator', 'cases', 'desk'])
	const { id, reference, category, area, sector, urgency, triageReason, nextAt, overdue, createdAt, unanswered } = item
	return (
		<li className="py-3">
			<div className="flex flex-wrap items-center gap-x-4">
				<TextLink tall to={`/operator/cases/${id}`} className="font-bold">
					{category}
				</TextLink>
				<UrgencyBadge urgency={urgency} />
			</div>
			{triageReason ? <p>{t(`cases:triageReasons.${triageReason}`)}</p> : null}
			<p className="text-muted">{[reference, area ?? t('cases:placeUnknown'), sector].filter(Boolean).join(' · ')}</p>
			<p className="flex flex-wrap gap-x-6">
				{nextAt ? (
					<span>
						<span className="text-muted">{t(view === 'triage' ? 'operator:list.due' : 'operator:list.answerBy')} </span>
						<DueDate at={nextAt} overdue={overdue} />
					</span>
				) : null}
				<span className="text-muted">
					{t('operator:list.since')} <TimeText at={createdAt} kind="date" />
				</span>
			</p>
			{unanswered ? (
				<p className="inline-flex items-center gap-1 font-bold text-wait">
					<Icon name="message" className="size-4" />
					{t('desk:row.unanswered')}
				</p>
			) : null}
		</li>
	)
}
