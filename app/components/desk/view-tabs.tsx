import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { COUNT_CAP, QUEUE_VIEWS, type QueueView } from '~/domain/cases/queue-view'

/** Views of one list by `?view=`. A count above the cap is shown as "99+". */
export function ViewTabs({ current, counts }: { current: QueueView; counts: Record<QueueView, number> }) {
	const { t } = useTranslation('desk')
	const count = (view: QueueView) =>
		counts[view] > COUNT_CAP ? t('queue.more', { count: COUNT_CAP }) : String(counts[view])
	return (
		<nav aria-label={t('queue.views')} className="mb-4 border-b border-line print:hidden">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{QUEUE_VIEWS.map((view) => (
					<li key={view}>
						<Link to={`?view=${view}`} className="tab" aria-current={view === current ? 'page' : undefined}>
							{t(`queue.${view}`)}
							<span className="text-muted">({count(view)})</span>
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}
