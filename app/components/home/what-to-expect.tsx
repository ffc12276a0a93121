import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '~/components/ui/icon'

const STEPS = ['tell', 'find', 'follow'] as const
const PROMISES: Record<'choose' | 'before' | 'looked' | 'stop' | 'member', IconName> = {
	choose: 'share',
	before: 'lock',
	looked: 'eye',
	stop: 'close',
	member: 'people',
}

export function HowItGoes() {
	const { t } = useTranslation('home')
	return (
		<>
			{' '}
			<h2 className="mt-9 mb-4 text-lead font-bold">{t('stepsTitle')}</h2>
			<ol className="mb-9">
				{STEPS.map((step) => (
					<li key={step} className="road">
						<h3 className="font-bold">{t(`steps.${step}.title`)}</h3>
						<p className="text-muted">{t(`steps.${step}.text`)}</p>
					</li>
				))}
			</ol>
		</>
	)
}

export function OurPromise() {
	const { t } = useTranslation('home')
	return (
		<>
			{' '}
			<h2 id="promise" className="mb-2 text-lead font-bold">
				{t('promiseTitle')}
			</h2>
			<ul className="mb-8 divide-y divide-line border-y border-line">
				{Object.entries(PROMISES).map(([promise, icon]) => (
					<li key={promise} className="flex gap-3 py-3">
						<Icon name={icon} className="mt-1 text-accent" />
						{t(`promise.${promise as keyof typeof PROMISES}`)}
					</li>
				))}
			</ul>
		</>
	)
}
