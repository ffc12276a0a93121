import { Link } from '@remix-run/react'
import type { ComponentProps } from 'react'

/** A link in running text. `tall` gives it the height of a thumb where it stands alone. */
export function TextLink({ tall, className = '', ...link }: ComponentProps<typeof Link> & { tall?: boolean }) {
	return <Link {...link} className={`link ${tall ? 'inline-flex min-h-11 items-center' : ''} ${className}`} />
}
