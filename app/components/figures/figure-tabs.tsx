import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

const TABS = [
	{ code: 'enrolment', to: '/union/enrolment' },
	{ code: 'outcomes', to: '/union/outcomes' },
	{ code: 'reports', to: '/union/reports' },
	{ code: 'definitions', to: '/union/figures/definitions' },
] as const

/** The pages of figures: place and months go along from one to the other. */
export function FigureTabs() {
	const { t } = useTranslation('figures')
	const { pathname, search } = useLocation()
	const kept = new URLSearchParams(search)
	kept.delete('by') // is told apart by other things there
	if (pathname.startsWith('/union/reports')) for (const name of [...kept.keys()]) kept.delete(name) // asks for other things
	const query = kept.size > 0 ? `?${kept}` : ''
	return (
		<nav aria-label={t('tabs.label')} className="mb-5 border-b border-line print:hidden">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{TABS.map(({ code, to }) => (
					<li key={code}>
						<Link
							to={code === 'reports' ? to : `${to}${query}`}
							className="tab"
							aria-current={pathname === to ? 'page' : undefined}
						>
							{t(`tabs.${code}`)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}
