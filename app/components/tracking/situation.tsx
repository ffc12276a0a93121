import { useTranslation } from 'react-i18next'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { isLate } from '~/domain/tracking/next-step'
import type { TrackedCase } from '~/domain/tracking/tracked'
import { useCaseWords } from './words'

/** Who has a case, what happens next and by when, and why it is there. */
export function Situation({ one, now }: { one: TrackedCase; now: Date }) {
	const { t } = useTranslation('track')
	const words = useCaseWords()
	const why = words.why(one)
	return (
		<>
			{why.map((reason) => (
				<p key={reason} className="mb-2">
					{reason}
				</p>
			))}
			<DescriptionList
				facts={
					one.state === 'closed'
						? one.holder
							? [{ term: t('outcomeBy'), value: one.holder }]
							: []
						: [
								{ term: t('who'), value: words.who(one) },
								{ term: t('whoNext'), value: words.next(one) },
							]
				}
			/>
			{isLate(one, now) ? <Notice tone="wait">{t('late')}</Notice> : null}
		</>
	)
}
