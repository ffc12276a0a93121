import { useId, type ReactNode } from 'react'

type Props = { size: { width: number; height: number }; title: string; says: string; children: ReactNode }

/** A chart as one image with a name, and in words what it shows; everything drawn in it is for the eye alone. */
export function Picture({ size, title, says, children }: Props) {
	const id = useId()
	return (
		<svg
			viewBox={`0 0 ${size.width} ${size.height}`}
			role="img"
			aria-labelledby={`${id}-title ${id}-desc`}
			className="block h-auto w-full max-w-md"
		>
			<title id={`${id}-title`}>{title}</title>
			<desc id={`${id}-desc`}>{says}</desc>
			{children}
		</svg>
	)
}
