import type { ReactNode } from 'react'

export type Fact = {
	term: ReactNode
	value: ReactNode
	/** At the right: a link to change it. */ action?: ReactNode
	key?: string
}

/** Facts about one thing: term above the value on a phone, beside it on a wide screen. */
export function DescriptionList({ facts }: { facts: Fact[] }) {
	return (
		<dl className="divide-y divide-line">
			{facts.map(({ term, value, action, key }, index) => (
				<div key={key ?? index} className="flex flex-wrap items-start gap-x-4 py-2 sm:flex-nowrap">
					<dt className="w-full text-muted sm:w-44 sm:shrink-0">{term}</dt>
					<dd className="min-w-0 flex-1 whitespace-pre-line">{value}</dd>
					{action ? <dd className="shrink-0">{action}</dd> : null}
				</div>
			))}
		</dl>
	)
}
