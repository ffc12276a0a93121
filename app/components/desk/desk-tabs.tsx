import { useTranslation } from 'react-i18next'
import { LinkTabs } from '~/components/ui/link-tabs'

/** For those who lead a desk: the list of its cases, and how things stand at this moment. */
export function DeskTabs({ organisationId, current }: { organisationId: string; current: 'queue' | 'now' }) {
	const { t } = useTranslation('desk')
	const base = `/desk/${organisationId}`
	return (
		<LinkTabs
			label={t('tabs.label')}
			current={current}
			tabs={[
				{ key: 'queue', to: base, label: t('tabs.queue') },
				{ key: 'now', to: `${base}/now`, label: t('tabs.now') },
			]}
		/>
	)
}
