import { useTranslation } from 'react-i18next'
import { nextStep } from '~/domain/tracking/next-step'
import type { TimelineEvent, TrackedCase } from '~/domain/tracking/tracked'
import type { Locale } from '~/i18n/resources'
import { formatDateTime } from '~/lib/format'

/** What is said to the worker about a case: who has it, what comes next and why it is where it is. */
export function useCaseWords() {
	const { t, i18n } = useTranslation(['track', 'cases'])
	const moment = (at: string | Date) => formatDateTime(at, i18n.language as Locale)
	const own = t('track:events', { returnObjects: true }) as Record<string, string>

	return {
		moment,
		/** Until an organisation accepts, the desk has it. */
		who: (one: TrackedCase) => (one.state === 'closed' ? t('track:nobody') : (one.holder ?? t('track:desk'))),
		next: (one: TrackedCase) =>
			t(`track:next.${nextStep(one).step}`, {
				organisation: one.question?.organisation ?? one.offeredTo ?? one.holder ?? t('track:desk'),
				by: moment(one.question?.answerBy ?? one.nextAt ?? new Date(0)),
			}),
		why: (one: TrackedCase): string[] => [
			...(one.triageReason ? [t(`track:triage.${one.triageReason}`)] : []),
			...(one.closeReason ? [t(`track:closed.${one.closeReason}`)] : []),
			...(one.closeCode ? [t(`track:closeCodes.${one.closeCode}`)] : []),
		],
		/** The worker's own steps are said to the worker, everybody else's as they are said to all. */
		event: ({ kind, organisation }: TimelineEvent) => {
			const names = { organisation: organisation ?? t('track:desk') }
			return kind in own
				? t(`track:events.${kind as keyof (typeof import('~/i18n/locales/en/track').default)['events']}`, names)
				: t(`cases:events.${kind}`, names)
		},
	}
}
