import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { Icon } from '~/components/ui/icon'
import { nextStep } from '~/domain/tracking/next-step'
import type { TrackedCase } from '~/domain/tracking/tracked'
import { Situation } from './situation'
import { StateBadge } from './state-badge'
import { useCaseWords } from './words'

/** One need of the request, on the page of all of them. */
export function CaseCard({ one, now }: { one: TrackedCase; now: Date }) {
	const { t } = useTranslation('track')
	const words = useCaseWords()
	const toAnswer = nextStep(one).step === 'outcome'
	return (
		<Card title={one.category} level={3} aside={<StateBadge state={one.state} />}>
			<Situation one={one} now={now} />
			{one.newsAt && one.state !== 'closed' ? (
				<p className="my-2 flex gap-2 font-bold">
					<Icon name="message" className="mt-1" />
					{t('request.news', { at: words.moment(one.newsAt) })}
				</p>
			) : null}
			<LinkButton to={`/track/cases/${one.id}`} tone={toAnswer ? 'primary' : 'quiet'} className="mt-2 w-full sm:w-auto">
				{t(toAnswer ? 'request.answerOutcome' : 'request.openCase')}
				<span className="sr-only">: {one.category}</span>
			</LinkButton>
		</Card>
	)
}
