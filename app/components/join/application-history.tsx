import { useTranslation } from 'react-i18next'
import { TimeText } from '~/components/ui/time-text'
import type { ApplicationEvent } from '~/domain/members/own-application'

/** What happened to an application, the newest last; the same words for the applicant and for officers. */
export function ApplicationHistory({ events }: { events: ApplicationEvent[] }) {
	const { t } = useTranslation('join')
	return (
		<ol className="mb-2 border-l-2 border-line">
			{events.map(({ seq, at, kind, actor, union }) => (
				<li key={seq} className="relative py-1.5 pl-5">
					<span
						aria-hidden="true"
						className="absolute top-4 -left-[0.4375rem] size-3 rounded-pill border-2 border-accent bg-paper"
					/>
					<p>
						{kind === 'submitted' && actor === 'staff'
							? t('events.submittedByStaff')
							: kind === 'withdrawn' && actor === 'staff'
								? t('events.undone')
								: t(`events.${kind}`, { union: union ?? '' })}
					</p>
					<p className="text-small text-muted">
						<TimeText at={at} relative={false} />
					</p>
				</li>
			))}
		</ol>
	)
}
