import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The places of an officer's work, in the order of the address. */
const TABS = [
	'overview',
	'applications',
	'signup',
	'members',
	'transfers',
	'stations',
	'drives',
	'roster',
	'campaigns',
	'fairness',
] as const
/** Tabs whose pages stand under other addresses; the first is where the tab leads. */
const ADDRESSES: Partial<Record<(typeof TABS)[number], string[]>> = { overview: [''], roster: ['import', 'export'] }
const addressesOf = (tab: (typeof TABS)[number]) => ADDRESSES[tab] ?? [tab]

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
	const organisationId = base.split('/').at(-1)
	const here = pathname.slice(base.length + 1).split('/')[0] ?? ''
	return (
		<nav aria-label={t('tabs.label')} className="mb-5 border-b border-line print:hidden">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{TABS.map((tab) => (
					<li key={tab}>
						<Link
							to={`${base}/${addressesOf(tab)[0]}`.replace(/\/$/, '')}
							className="tab"
							aria-current={addressesOf(tab).includes(here) ? 'page' : undefined}
						>
							{t(`tabs.${tab}`)}
							{waiting[tab] ? <span className="text-muted">({waiting[tab]})</span> : null}
						</Link>
					</li>
				))}
				<li>
					{/* the cases of the union lie at its desk */}
					<Link to={`/desk/${organisationId}/now`} className="tab">
						{t('tabs.now')}
					</Link>
				</li>
				<li>
					{/* of all unions, so they stand outside this one */}
					<Link to="/union/enrolment" className="tab">
						{t('tabs.figures')}
					</Link>
				</li>
			</ul>
		</nav>
	)
}
