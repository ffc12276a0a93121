import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { TRIAGE_VIEWS, type TriageView } from '~/domain/triage/triage-view'

/** What the desk acts on itself, and what waits for somebody else. */
export function TriageTabs({ current }: { current: TriageView }) {
	const { t } = useTranslation('operator')
	return (
		<nav aria-label={t('list.views')} className="mb-4 border-b border-line print:hidden">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{TRIAGE_VIEWS.map((view) => (
					<li key={view}>
						<Link to={`?view=${view}`} className="tab" aria-current={view === current ? 'page' : undefined}>
							{t(`list.${view}`)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}
