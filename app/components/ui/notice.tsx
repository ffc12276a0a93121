import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import type { Tone } from './status-badge'

const LOOKS: Record<Tone, { look: string; icon: IconName }> = {
	neutral: { look: 'border-control', icon: 'info' },
	good: { look: 'border-accent', icon: 'check' },
	wait: { look: 'border-wait', icon: 'clock' },
	danger: { look: 'border-danger', icon: 'alert' },
}

type Props = {
	tone?: Tone
	title?: ReactNode
	children?: ReactNode
	/** Read out when it appears after something was done. */ announce?: boolean
}

/** Something to know before going on, or what has just been done. */
export function Notice({ tone = 'neutral', title, children, announce }: Props) {
	const { look, icon } = LOOKS[tone]
	return (
		<div role={announce ? 'status' : undefined} className={`mb-5 flex gap-3 border-l-4 bg-card px-4 py-3 ${look}`}>
			<Icon name={icon} className="mt-1" />
			<div className="min-w-0">
				{title ? <p className="font-bold">{title}</p> : null}
				{children}
			</div>
		</div>
	)
}
