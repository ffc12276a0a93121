import { useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '~/i18n/resources'
import { formatDate, formatDateTime, formatRelative } from '~/lib/format'

type Props = {
	at: Date | string
	/** `date` leaves the time of day out. */ kind?: 'moment' | 'date'
	relative?: boolean
}

/** A moment in Beijing time, with how far away it is by the server's clock: phones' own clocks are often wrong. */
export function TimeText({ at, kind = 'moment', relative = true }: Props) {
	const locale = useTranslation().i18n.language as Locale
	const now = useRouteLoaderData<{ now: string }>('root')?.now
	const distance = relative && now ? formatRelative(at, now, locale) : null
	const text = kind === 'date' ? formatDate(at, locale) : formatDateTime(at, locale)
	return (
		// Browsers' tables of month names differ a little from the server's; that is no mistake.
		<time dateTime={new Date(at).toISOString()} className="break-keep" suppressHydrationWarning>
			{distance ? `${text} · ${distance}` : text}
		</time>
	)
}
