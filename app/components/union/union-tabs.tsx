import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The places of an officer's work, in the order of the address. */
const TABS = ['overview', 'drives'] as const

/** Where in a union's work this page is; a count stands beside what waits. */
export function UnionTabs({
	base,
	waiting,
}: {
	base: string
	waiting: Partial<Record<(typeof TABS)[number], number>>
}) {
	const { t } = useTranslation('union')
	const { pathname } = useLocation()
	const here = pathname.slice(base.length + 1).split('/')[0] || 'overview'
	return (
		<nav aria-label={t('tabs.label')} className="mb-5 border-b border-line print:hidden">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{TABS.map((tab) => (
					<li key={tab}>
						<Link
							to={tab === 'overview' ? base : `${base}/${tab}`}
							className="tab"
							aria-current={tab === here ? 'page' : undefined}
						>
							{t(`tabs.${tab}`)}
							{waiting[tab] ? <span className="text-muted">({waiting[tab]})</span> : null}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}
