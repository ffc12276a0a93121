import type { ReactNode } from 'react'

type Props = {
	/** A small line above: where this belongs, or the step. */ over?: ReactNode
	children: ReactNode
	lead?: ReactNode
}

/** The one h1 of a page. */
export function PageTitle({ over, children, lead }: Props) {
	return (
		<header className="mb-5">
			{over ? <p className="text-small text-muted">{over}</p> : null}
			<h1 className="text-title font-bold">{children}</h1>
			{lead ? <p className="mt-2 text-lead text-muted">{lead}</p> : null}
		</header>
	)
}
