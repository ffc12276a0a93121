import type { ReactNode } from 'react'

/** More for those who want it; opens without a script. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
	return (
		<details open={open} className="mb-5">
			<summary className="min-h-11 py-2 font-bold text-accent">{summary}</summary>
			<div className="border-l-4 border-line py-1 pl-4">{children}</div>
		</details>
	)
}
