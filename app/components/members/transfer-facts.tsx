import { useTranslation } from 'react-i18next'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { TimeText } from '~/components/ui/time-text'
import type { Transfer } from '~/domain/members/transfers.server'

type Shown = Pick<Transfer, 'askedBy' | 'reason' | 'area' | 'sector' | 'platform'> & {
	askedAt: Date | string
	joinedAt: Date | string | null
}

/** As much as a union may know of somebody who is not its member yet. */
export function TransferFacts({
	transfer: { askedAt, askedBy, reason, area, sector, platform, joinedAt },
}: {
	transfer: Shown
}) {
	const { t } = useTranslation(['transfers', 'members'])
	const none = t('members:facts.none')
	return (
		<Card title={t('members:facts.title')}>
			<DescriptionList
				facts={[
					{ term: t('members:facts.area'), value: area ?? none },
					{ term: t('members:facts.sector'), value: sector ?? none },
					{ term: t('members:facts.platform'), value: platform ?? none },
					{ term: t('members:facts.since'), value: joinedAt ? <TimeText at={joinedAt} kind="date" /> : none },
					{ term: t('transfers:ask.reason'), value: t(`transfers:reasons.${reason}`) },
					{
						term: t('transfers:ask.asked'),
						value: (
							<>
								<TimeText at={askedAt} kind="date" /> · {t(`transfers:ask.askedBy.${askedBy}`)}
							</>
						),
					},
				]}
			/>
		</Card>
	)
}
