import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The two directions. */
export function RosterTabs({ base, current }: { base: string; current: 'import' | 'export' }) {
	const { t } = useTranslation('roster')
	return (
		<nav aria-label={t('views.label')} className="mb-4 border-b border-line print:hidden">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{(['import', 'export'] as const).map((view) => (
					<li key={view}>
						<Link to={`${base}/${view}`} className="tab" aria-current={view === current ? 'page' : undefined}>
							{t(`views.${view}`)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}
