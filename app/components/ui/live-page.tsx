import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const EVERY = 5_000

/** Asks for the page's data anew every few seconds, while somebody looks at it. Without a script the link beside it does. */
export function LivePage({ every = EVERY }: { every?: number }) {
	const { revalidate, state } = useRevalidator()
	useEffect(() => {
		if (state !== 'idle') return
		const look = () => {
			if (document.visibilityState === 'visible' && navigator.onLine) revalidate()
		}
		const timer = setTimeout(look, every)
		document.addEventListener('visibilitychange', look)
		return () => {
			clearTimeout(timer)
			document.removeEventListener('visibilitychange', look)
		}
	}, [every, revalidate, state])
	return null
}
