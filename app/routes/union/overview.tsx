import { useTranslation } from 'react-i18next'
import type { PageHandle } from '~/components/layout/page-handle'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TimeText } from '~/components/ui/time-text'
import { useUnion } from './union'

export const handle = { title: 'union:title' } satisfies PageHandle

/** What waits for an officer today. */
export default function Overview() {
	const { t } = useTranslation('union')
	const { organisationName, waiting, oldest, transfersIn, openDrives, members } = useUnion()
	return (
		<>
			<PageTitle over={t('title')}>{organisationName}</PageTitle>
			<DescriptionList
				facts={[
					{ term: t('overview.waiting'), value: waiting },
					{ term: t('overview.oldest'), value: oldest ? <TimeText at={oldest} /> : t('overview.none') },
					{ term: t('overview.transfersIn'), value: transfersIn },
					{ term: t('overview.openDrives'), value: openDrives },
					{ term: t('overview.members'), value: members },
				]}
			/>
			<Notice>{t('promise')}</Notice>
		</>
	)
}
