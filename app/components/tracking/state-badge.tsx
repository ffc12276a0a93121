import { useTranslation } from 'react-i18next'
import type { IconName } from '~/components/ui/icon'
import { StatusBadge, type Tone } from '~/components/ui/status-badge'
import type { CaseState } from '~/domain/cases/case-state'

const LOOKS: Record<CaseState, { tone: Tone; icon: IconName }> = {
	triage: { tone: 'neutral', icon: 'clock' },
	offering: { tone: 'neutral', icon: 'share' },
	with_organisation: { tone: 'good', icon: 'people' },
	waiting_for_worker: { tone: 'wait', icon: 'message' },
	waiting_for_authority: { tone: 'neutral', icon: 'wait' },
	outcome_proposed: { tone: 'wait', icon: 'alert' },
	closed: { tone: 'neutral', icon: 'check' },
}

/** A case's state, said to the worker. */
export function StateBadge({ state }: { state: CaseState }) {
	const { t } = useTranslation('cases')
	return <StatusBadge {...LOOKS[state]}>{t(`yourStates.${state}`)}</StatusBadge>
}
