import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'

/** The places of an officer's work, by what they are about: who belongs, where, whether it is still right, what comes of it. */
const GROUPS = {
	people: ['overview', 'applications', 'signup', 'members', 'transfers'],
	places: ['stations', 'campaigns'],
	upkeep: ['drives', 'roster'],
	figures: ['now', 'figures', 'fairness'],
} as const
type Group = keyof typeof GROUPS
type Tab = (typeof GROUPS)[Group][number]
const TABS: [Group, readonly Tab[]][] = [
	['people', GROUPS.people],
	['places', GROUPS.places],
	['upkeep', GROUPS.upkeep],
	['figures', GROUPS.figures],
]
/** Tabs whose pages stand under other addresses; the first is where the tab leads. */
const ADDRESSES: Partial<Record<Tab, string[]>> = { overview: [''], roster: ['import', 'export'] }
/** The cases of a union lie at its desk; published figures are of all unions. */
const ELSEWHERE: Partial<Record<Tab, (organisationId: string) => string>> = {
	now: (organisationId) => `/desk/${organisationId}/now`,
	figures: () => '/union/enrolment',
}
const addressesOf = (tab: Tab) => ADDRESSES[tab] ?? [tab]

type Props = { base: string; waiting: Partial<Record<Tab, number>> }

/** Where in a union's work this page is; a count stands beside what waits. One row on a wide screen, a menu on a phone. */
export function UnionTabs({ base, waiting }: Props) {
	const { t } = useTranslation('union')
	const { pathname } = useLocation()
	const organisationId = base.split('/').at(-1)!
	const place = pathname.slice(base.length + 1).split('/')[0] ?? ''
	const here = TABS.flatMap(([, tabs]) => tabs).find((tab) => addressesOf(tab).includes(place))
	const open = Object.values(waiting).reduce((sum, count) => sum + count, 0)
	const link = (tab: Tab, look: string) => (
		<Link
			to={ELSEWHERE[tab]?.(organisationId) ?? `${base}/${addressesOf(tab)[0]}`.replace(/\/$/, '')}
			className={look}
			aria-current={tab === here ? 'page' : undefined}
		>
			{t(`tabs.${tab}`)}
			{waiting[tab] ? <span className="text-muted">({waiting[tab]})</span> : null}
		</Link>
	)
	return (
		<nav aria-label={t('tabs.label')} className="mb-5 border-b border-line print:hidden">
			{/* another page is another menu, closed: React would keep it open */}
			<details key={pathname} className="md:hidden">
				<summary className="flex min-h-11 items-center justify-between gap-3 py-2">
					<span className="font-bold">{here ? t(`tabs.${here}`) : t('tabs.label')}</span>
					<span className="inline-flex items-center gap-1 text-accent">
						{open > 0 ? <span className="mr-2 text-muted">{t('tabs.waiting', { count: open })}</span> : null}
						{t('tabs.menu')}
						<Icon name="next" className="size-4 rotate-90" />
					</span>
				</summary>
				{TABS.map(([group, tabs]) => (
					<div key={group} className="border-t border-line py-2">
						<p className="text-small text-muted">{t(`tabs.groups.${group}`)}</p>
						<ul className="grid grid-cols-2 gap-x-5">
							{tabs.map((tab) => (
								<li key={tab}>{link(tab, 'tab')}</li>
							))}
						</ul>
					</div>
				))}
			</details>
			<ul className="-mb-px hidden flex-wrap gap-x-5 md:flex">
				{TABS.flatMap(([, tabs]) => tabs).map((tab) => (
					<li key={tab}>{link(tab, 'tab')}</li>
				))}
			</ul>
		</nav>
	)
}
