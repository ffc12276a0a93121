import { useTranslation } from 'react-i18next'
import { TimeText } from '~/components/ui/time-text'
import type { TimelineEvent, View } from '~/domain/tracking/tracked'
import { useCaseWords } from './words'

/** What happened, the newest last. */
export function Timeline({ events }: { events: TimelineEvent[] }) {
	const words = useCaseWords()
	return (
		<ol className="mb-2 border-l-2 border-line">
			{events.map((event) => (
				<li key={event.seq} className="relative py-1.5 pl-5">
					<span
						aria-hidden="true"
						className="absolute top-4 -left-[0.4375rem] size-3 rounded-pill border-2 border-accent bg-paper"
					/>
					<p>{words.event(event)}</p>
					<p className="text-small text-muted">
						<TimeText at={event.at} relative={false} />
					</p>
				</li>
			))}
		</ol>
	)
}

/** Who opened the story or the contact, by the hour. */
export function Looked({ views }: { views: View[] }) {
	const { t } = useTranslation(['track', 'cases'])
	if (views.length === 0) return <p className="text-muted">{t('track:case.noViews')}</p>
	return (
		<ul className="divide-y divide-line">
			{views.map(({ organisation, field, hour }) => (
				<li key={`${organisation} ${field} ${hour}`} className="py-2">
					<p>{t('track:case.view', { organisation, field: t(`cases:fields.${field}`) })}</p>
					<p className="text-small text-muted">
						{t('track:case.viewHour')} <TimeText at={hour} relative={false} />
					</p>
				</li>
			))}
		</ul>
	)
}
