import { useTranslation } from 'react-i18next'
import { LinkTabs } from '~/components/ui/link-tabs'

/** The two directions. */
export function RosterTabs({ base, current }: { base: string; current: 'import' | 'export' }) {
	const { t } = useTranslation('roster')
	const tabs = (['import', 'export'] as const).map((view) => ({
		key: view,
		to: `${base}/${view}`,
		label: t(`views.${view}`),
	}))
	return <LinkTabs label={t('views.label')} current={current} tabs={tabs} />
}
