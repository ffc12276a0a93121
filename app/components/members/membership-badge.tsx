import { useTranslation } from 'react-i18next'
import type { IconName } from '~/components/ui/icon'
import { StatusBadge, type Tone } from '~/components/ui/status-badge'
import type { MembershipState, TransferState } from '~/domain/members/membership-state'

const LOOKS: Record<MembershipState, { tone: Tone; icon: IconName }> = {
	active: { tone: 'good', icon: 'check' },
	due: { tone: 'wait', icon: 'clock' },
	lapsed: { tone: 'wait', icon: 'wait' },
	left: { tone: 'neutral', icon: 'leave' },
}

export function MembershipBadge({ state }: { state: MembershipState }) {
	const { t } = useTranslation('members')
	return <StatusBadge {...LOOKS[state]}>{t(`states.${state}`)}</StatusBadge>
}

const MOVES: Record<TransferState, { tone: Tone; icon: IconName }> = {
	asked: { tone: 'wait', icon: 'clock' },
	accepted: { tone: 'good', icon: 'check' },
	refused: { tone: 'neutral', icon: 'close' },
	withdrawn: { tone: 'neutral', icon: 'leave' },
}

export function TransferBadge({ state }: { state: TransferState }) {
	const { t } = useTranslation('transfers')
	return <StatusBadge {...MOVES[state]}>{t(`list.states.${state}`)}</StatusBadge>
}
