import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type Tone = 'neutral' | 'good' | 'wait' | 'danger'

const LOOKS: Record<Tone, string> = {
	neutral: 'border-line bg-paper text-ink',
	good: 'border-accent bg-accent-soft text-accent',
	wait: 'border-wait bg-wait-soft text-wait',
	danger: 'border-danger bg-danger-soft text-danger',
}

/** A state as a word and an icon; the colour only repeats them. */
export function StatusBadge({
	tone = 'neutral',
	icon,
	children,
}: {
	tone?: Tone
	icon: IconName
	children: ReactNode
}) {
	return (
		<span
			className={`inline-flex items-center gap-1.5 rounded-pill border px-3 py-0.5 text-small font-bold ${LOOKS[tone]}`}
		>
			<Icon name={icon} className="size-4" />
			{children}
		</span>
	)
}
