import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'

/** What holds for everybody who thinks of joining, before anything is asked. */
export function JoinPromise() {
	const { t } = useTranslation('join')
	const lines = [
		['check', t('promise.free')],
		['people', t('promise.help')],
		['lock', t('promise.asked')],
		['close', t('promise.back')],
	] as const
	return (
		<section aria-labelledby="promise" className="mb-6">
			<h2 id="promise" className="font-bold">
				{t('promise.title')}
			</h2>
			<ul className="divide-y divide-line border-y border-line">
				{lines.map(([icon, text]) => (
					<li key={icon} className="flex gap-3 py-2">
						<Icon name={icon} className="mt-1 text-accent" />
						{text}
					</li>
				))}
			</ul>
		</section>
	)
}

/** The same in one line, at the foot of every page. */
export function PromiseLine() {
	const { t } = useTranslation('join')
	return <p className="text-small text-muted">{t('promise.line')}</p>
}
