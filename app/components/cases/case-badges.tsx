import { useTranslation } from 'react-i18next'
import type { IconName } from '~/components/ui/icon'
import { StatusBadge, type Tone } from '~/components/ui/status-badge'
import type { CaseState, Urgency } from '~/domain/cases/case-state'

const STATES: Record<CaseState, { tone: Tone; icon: IconName }> = {
	triage: { tone: 'wait', icon: 'people' },
	offering: { tone: 'wait', icon: 'share' },
	with_organisation: { tone: 'good', icon: 'people' },
	waiting_for_worker: { tone: 'wait', icon: 'wait' },
	waiting_for_authority: { tone: 'wait', icon: 'wait' },
	outcome_proposed: { tone: 'wait', icon: 'message' },
	closed: { tone: 'neutral', icon: 'check' },
}
const URGENCY: Record<Urgency, { tone: Tone; icon: IconName }> = {
	today: { tone: 'danger', icon: 'alert' },
	soon: { tone: 'wait', icon: 'clock' },
	normal: { tone: 'neutral', icon: 'clock' },
}

/** Where a case stands, in the words of staff. */
export function CaseStateBadge({ state }: { state: CaseState }) {
	const { t } = useTranslation('cases')
	return <StatusBadge {...STATES[state]}>{t(`states.${state}`)}</StatusBadge>
}

export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
	const { t } = useTranslation('cases')
	return <StatusBadge {...URGENCY[urgency]}>{t(`urgency.${urgency}`)}</StatusBadge>
}
