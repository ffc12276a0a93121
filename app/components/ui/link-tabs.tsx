import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type Tab = { key: string; to: string; label: ReactNode; count?: ReactNode }

/** Views of one list, each an address of its own. */
export function LinkTabs({ label, current, tabs }: { label: string; current: string; tabs: Tab[] }) {
	return (
		<nav aria-label={label} className="mb-4 border-b border-line print:hidden">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{tabs.map(({ key, to, label: text, count }) => (
					<li key={key}>
						<Link to={to} className="tab" aria-current={key === current ? 'page' : undefined}>
							{text}
							{count === undefined ? null : <span className="text-muted">({count})</span>}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}
