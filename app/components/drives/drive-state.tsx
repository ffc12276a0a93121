import { useTranslation } from 'react-i18next'
import { StatusBadge } from '~/components/ui/status-badge'

const LOOKS = {
	open: { tone: 'good', icon: 'clock' },
	ending: { tone: 'wait', icon: 'wait' },
	closed: { tone: 'neutral', icon: 'check' },
} as const

/** Running, ending, ended. */
export function DriveState({ drive: { state, ending } }: { drive: { state: 'open' | 'closed'; ending: boolean } }) {
	const { t } = useTranslation('drives')
	const shown = ending ? 'ending' : state
	return <StatusBadge {...LOOKS[shown]}>{t(`states.${shown}`)}</StatusBadge>
}
