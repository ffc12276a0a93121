import { useTranslation } from 'react-i18next'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { TextLink } from '~/components/ui/text-link'
import type { Answer } from '~/domain/drives/drive-view'
import type { Locale } from '~/i18n/resources'
import { formatDateTime } from '~/lib/format'

type Known = { area: string; sector: string; platform: string | null; station: string | null }

/** What is known of the member, to be read out at the station. */
export function KnownAtStation({ ask }: { ask: Known }) {
	const { t } = useTranslation('drives')
	const facts = [
		{ term: t('ask.place'), value: ask.area },
		{ term: t('ask.sector'), value: ask.sector },
		...(ask.platform ? [{ term: t('ask.platform'), value: ask.platform }] : []),
		...(ask.station ? [{ term: t('ask.station'), value: ask.station }] : []),
	]
	return (
		<Card title={t('ask.known')}>
			<DescriptionList facts={facts} />
		</Card>
	)
}

export type Recorded = {
	askId: string
	name: string
	answer: Answer
	through: 'link' | 'phone' | 'station' | null
	answeredAt: Date | string | null
	answeredBy: string | null
	mine: boolean
}

/** What somebody said, when, and who wrote it down. */
export function WhoRecorded({ recorded }: { recorded: Recorded }) {
	const { t, i18n } = useTranslation('stations')
	const { answer, through, answeredAt, answeredBy, mine } = recorded
	const by = mine ? t('ask.byYou') : through === 'link' ? t('ask.byMember') : (answeredBy ?? t('ask.bySomebody'))
	return (
		<DescriptionList
			facts={[
				{ term: t('ask.said'), value: t(`ask.answers.${answer}`) },
				{ term: t('ask.recordedBy'), value: by },
				...(answeredAt ? [{ term: t('ask.when'), value: formatDateTime(answeredAt, i18n.language as Locale) }] : []),
			]}
		/>
	)
}

/** Above the list, after an answer has been written down. */
export function JustRecorded({ recorded }: { recorded: Recorded }) {
	const { t } = useTranslation('stations')
	const { name, answer, askId } = recorded
	return (
		<Notice tone="good" announce title={t('ask.done', { name, answer: t(`ask.answers.${answer}`) })}>
			<TextLink to={`/union/station/asks/${askId}`} tall>
				{t('ask.look')}
			</TextLink>
		</Notice>
	)
}
