import { useTranslation } from 'react-i18next'
import { CaseStateBadge, UrgencyBadge } from '~/components/cases/case-badges'
import { DueDate } from '~/components/cases/due-date'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Icon } from '~/components/ui/icon'
import { StatusBadge } from '~/components/ui/status-badge'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import { nextWord, type CaseState, type Urgency } from '~/domain/cases/case-state'
import type { QueueView } from '~/domain/cases/queue-view'

export type HeldItem = {
	id: string
	reference: string | null
	category: string
	area: string | null
	urgency: Urgency
	state: CaseState
	nextAt: Date | null
	overdue: boolean
	closedAt: Date | null
	assignee: string | null
	unanswered: boolean | null
	needsManager: boolean
}
type Props = {
	cases: HeldItem[]
	view: QueueView
	/** What of the address narrows the list. */ narrowed?: { only?: string | undefined; who?: string | undefined }
	first: boolean
	next: string[] | null
}
const EMPTY = { mine: 'emptyMine', all: 'emptyAll', closed: 'emptyClosed' } as const

/** What the organisation holds, whatever is due first; a page at a time, by the key of its last row. */
export function HeldList({ cases, view, narrowed = {}, first, next }: Props) {
	const { t } = useTranslation(['desk', 'common'])
	const kept = Object.entries(narrowed).flatMap(([name, value]) => (value ? [[name, value]] : []))
	if (cases.length === 0 && first && kept.length > 0) return <EmptyState title={t('desk:narrowed.empty')} />
	if (cases.length === 0 && first)
		return <EmptyState title={t(`desk:queue.${EMPTY[view]}`)}>{t(`desk:queue.${EMPTY[view]}Hint`)}</EmptyState>
	const more = next && new URLSearchParams([['view', view], ...kept, ...next.map((part) => ['after', part])])
	return (
		<>
			<ul className="-mt-4 mb-4 divide-y divide-line border-b border-line">
				{cases.map((item) => (
					<HeldRow key={item.id} item={item} />
				))}
			</ul>
			<p className="flex flex-wrap gap-3">
				{more ? <LinkButton to={`?${more}`}>{t('common:actions.more')}</LinkButton> : null}
				{first ? null : (
					<LinkButton to={`?${new URLSearchParams([['view', view], ...kept])}`}>{t('desk:queue.start')}</LinkButton>
				)}
			</p>
		</>
	)
}

function HeldRow({ item }: { item: HeldItem }) {
	const { t } = useTranslation('desk')
	const { id, reference, category, area, urgency, state, nextAt, overdue, closedAt, assignee, unanswered } = item
	return (
		<li className="py-3">
			<div className="flex flex-wrap items-center gap-x-4">
				<TextLink tall to={`/desk/cases/${id}`} className="font-bold">
					{category}
				</TextLink>
				<CaseStateBadge state={state} />
				{urgency === 'today' && nextAt ? <UrgencyBadge urgency={urgency} /> : null}
				{item.needsManager && state !== 'outcome_proposed' ? (
					<StatusBadge tone="danger" icon="alert">
						{t('row.needsManager')}
					</StatusBadge>
				) : null}
			</div>
			<p className="text-muted">{[reference, area ?? t('offer.noArea')].filter(Boolean).join(' · ')}</p>
			<p>
				{nextAt ? (
					<>
						<span className="text-muted">{t(`row.next.${nextWord(state)}`)} </span>
						<DueDate at={nextAt} overdue={overdue} />
					</>
				) : closedAt ? (
					<>
						<span className="text-muted">{t('row.closed')} </span>
						<TimeText at={closedAt} kind="date" relative={false} />
					</>
				) : null}
			</p>
			<p className="flex flex-wrap items-center gap-x-5">
				<span>{assignee ? t('row.assignee', { name: assignee }) : t('row.nobody')}</span>
				{unanswered && nextAt ? (
					<span className="inline-flex items-center gap-1 font-bold text-wait">
						<Icon name="message" className="size-4" />
						{t('row.unanswered')}
					</span>
				) : null}
			</p>
		</li>
	)
}
