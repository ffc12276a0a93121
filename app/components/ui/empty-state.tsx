import type { ReactNode } from 'react'

/** Nothing here: say why, and what would bring something. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
	return (
		<div className="mb-5 rounded-card border border-dashed border-control px-4 py-8 text-center">
			<p className="font-bold">{title}</p>
			{children ? <div className="mt-1 text-muted">{children}</div> : null}
		</div>
	)
}
