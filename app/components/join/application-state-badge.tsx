import { useTranslation } from 'react-i18next'
import type { IconName } from '~/components/ui/icon'
import { StatusBadge, type Tone } from '~/components/ui/status-badge'
import type { ApplicationState } from '~/domain/members/membership-state'

const LOOKS: Record<ApplicationState, { tone: Tone; icon: IconName }> = {
	submitted: { tone: 'neutral', icon: 'clock' },
	returned: { tone: 'wait', icon: 'message' },
	approved: { tone: 'good', icon: 'check' },
	rejected: { tone: 'danger', icon: 'close' },
	withdrawn: { tone: 'neutral', icon: 'close' },
}

export function ApplicationStateBadge({ state }: { state: ApplicationState }) {
	const { t } = useTranslation('join')
	return <StatusBadge {...LOOKS[state]}>{t(`states.${state}`)}</StatusBadge>
}
