import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkTabs } from '~/components/ui/link-tabs'

const TABS = {
	enrolment: '/union/enrolment',
	outcomes: '/union/outcomes',
	reports: '/union/reports', // asks for other things: what an address asks of figures does not go there, nor come from there
	definitions: '/union/figures/definitions',
} as const
type Tab = keyof typeof TABS
const ORDER = Object.keys(TABS) as Tab[]

/** The pages of figures: place and months go along from one to the other. */
export function FigureTabs() {
	const { t } = useTranslation('figures')
	const { pathname, search } = useLocation()
	const kept = new URLSearchParams(pathname === TABS.reports ? '' : search)
	kept.delete('by') // is told apart by other things there
	const query = kept.size > 0 ? `?${kept}` : ''
	return (
		<LinkTabs
			label={t('tabs.label')}
			current={ORDER.find((tab) => TABS[tab] === pathname) ?? ''}
			tabs={ORDER.map((tab) => ({
				key: tab,
				to: tab === 'reports' ? TABS[tab] : TABS[tab] + query,
				label: t(`tabs.${tab}`),
			}))}
		/>
	)
}
