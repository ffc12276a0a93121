import { useTranslation } from 'react-i18next'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import type { AskFacts } from '~/domain/drives/drive-view'

/** What is known of the member, to be read out. */
export function AskFactsList({ ask }: { ask: AskFacts }) {
	const { t } = useTranslation('drives')
	const given = [
		{ term: t('ask.place'), value: ask.area },
		{ term: t('ask.sector'), value: ask.sector },
		...(ask.platform ? [{ term: t('ask.platform'), value: ask.platform }] : []),
		...(ask.station ? [{ term: t('ask.station'), value: ask.station }] : []),
		{ term: t('ask.standing'), value: t(`standings.${ask.standing}`) },
		...(ask.through ? [{ term: t('ask.cameBy'), value: t(`through.${ask.through}`) }] : []),
		...(ask.answeredBy ? [{ term: t('ask.recordedBy'), value: ask.answeredBy }] : []),
	]
	const phone = (
		<a href={`tel:${ask.phone}`} className="link inline-flex min-h-11 items-center tabular-nums">
			{ask.phone}
		</a>
	)
	return (
		<Card title={t('ask.known')}>
			<DescriptionList facts={[{ term: t('ask.phone'), value: phone }, ...given]} />
		</Card>
	)
}
