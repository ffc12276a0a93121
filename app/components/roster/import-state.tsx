import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '~/components/ui/status-badge'
import type { IconName } from '~/components/ui/icon'
import type { ImportState } from '~/domain/roster/import-state'

const LOOKS: Record<ImportState, { tone: Tone; icon: IconName }> = {
	uploading: { tone: 'wait', icon: 'wait' },
	reading: { tone: 'wait', icon: 'wait' },
	unmapped: { tone: 'danger', icon: 'alert' },
	ready: { tone: 'good', icon: 'eye' },
	failed: { tone: 'danger', icon: 'alert' },
	cancelled: { tone: 'neutral', icon: 'close' },
	applying: { tone: 'wait', icon: 'wait' },
	applied: { tone: 'good', icon: 'check' },
	undoing: { tone: 'wait', icon: 'wait' },
	undone: { tone: 'neutral', icon: 'close' },
}

export function ImportStateBadge({ state }: { state: ImportState }) {
	const { t } = useTranslation('roster')
	return <StatusBadge {...LOOKS[state]}>{t(`states.${state}`)}</StatusBadge>
}
