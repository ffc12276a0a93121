import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** For those who lead a desk: the list of its cases, and how things stand at this moment. */
export function DeskTabs({ organisationId, current }: { organisationId: string; current: 'queue' | 'now' }) {
	const { t } = useTranslation('desk')
	const base = `/desk/${organisationId}`
	return (
		<nav aria-label={t('tabs.label')} className="mb-5 border-b border-line print:hidden">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{(['queue', 'now'] as const).map((tab) => (
					<li key={tab}>
						<Link
							to={tab === 'now' ? `${base}/now` : base}
							className="tab"
							aria-current={tab === current ? 'page' : undefined}
						>
							{t(`tabs.${tab}`)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}
