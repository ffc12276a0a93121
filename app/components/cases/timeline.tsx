import { useTranslation } from 'react-i18next'
import { TimeText } from '~/components/ui/time-text'
import type { CloseCode } from '~/domain/cases/case-state'
import type { TimelineEvent } from '~/domain/cases/timeline.server'
import type { OutcomeCode } from '~/domain/outcomes/outcome-code'
import type { DeclineCode } from '~/domain/referrals/referral-state'

/** What has happened to a case, for staff, newest last. */
export function Timeline({ events }: { events: TimelineEvent[] }) {
	return (
		<ol className="divide-y divide-line">
			{events.map((event) => (
				<li key={event.seq} className="py-2">
					<span className="block">
						<EventText event={event} />
					</span>
					<span className="text-small text-muted">
						<TimeText at={event.at} />
					</span>
				</li>
			))}
		</ol>
	)
}

function EventText({ event }: { event: TimelineEvent }) {
	const { t } = useTranslation(['cases', 'desk'])
	const organisation = event.organisation ?? t('desk:timeline.organisation')
	const what =
		event.kind === 'asked'
			? t('desk:timeline.asked', { organisation })
			: t(`cases:events.${event.kind}`, { organisation })
	const why = useReason(event)
	return why ? (
		<>
			{what} <span className="text-muted">· {why}</span>
		</>
	) : (
		<>{what}</>
	)
}

/** The code of a step in words. */
function useReason({ kind, codes }: TimelineEvent): string | null {
	const { t } = useTranslation(['cases', 'desk'])
	if (codes.reason) return t(`cases:triageReasons.${codes.reason}`)
	if (codes.for) return t(`desk:timeline.waitingFor.${codes.for}`)
	if (!codes.code) return null
	if (kind === 'declined' || kind === 'returned') return t(`cases:declineCodes.${codes.code as DeclineCode}`)
	if (kind === 'outcome_proposed') return t(`cases:outcomeCodes.${codes.code as OutcomeCode}`)
	if (kind === 'closed_by_desk') return t(`cases:closeCodes.${codes.code as CloseCode}`)
	return null
}
