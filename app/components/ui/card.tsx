import { useId, type ReactNode } from 'react'

type Props = {
	title?: ReactNode
	/** 2 under the page's title, 3 inside a section. */
	level?: 2 | 3
	/** At the right of the title: a badge, a time, a link. */
	aside?: ReactNode
	children: ReactNode
}

/** One thing on a page. With a title it is a region a screen reader can jump to; inside a section, one article of several, whose titles may be alike. */
export function Card({ title, level = 2, aside, children }: Props) {
	const id = useId()
	const Heading = `h${level}` as const
	const Frame = level === 2 ? 'section' : 'article'
	return (
		<Frame
			aria-labelledby={title ? id : undefined}
			className="mb-5 rounded-card border border-line bg-card p-4 sm:p-5 print:break-inside-avoid"
		>
			{title ? (
				<div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
					<Heading id={id} className="text-lead font-bold">
						{title}
					</Heading>
					{aside}
				</div>
			) : null}
			{children}
		</Frame>
	)
}
