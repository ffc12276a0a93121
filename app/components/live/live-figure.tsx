import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DueDate } from '~/components/cases/due-date'
import { Card } from '~/components/ui/card'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { NowFigure, WaitingCase } from '~/domain/cases/desk-now'
import type { Locale } from '~/i18n/resources'
import { formatNumber } from '~/lib/format'

/** A number that is a link where there is something to look at, and a plain number where there is nothing or no right to it. */
export function Count({ value, to, label }: { value: number; to: string | null; label: ReactNode }) {
	const { i18n } = useTranslation()
	const number = formatNumber(value, i18n.language as Locale)
	if (!to || value === 0) return <b className="text-lead tabular-nums">{number}</b>
	return (
		<TextLink to={to} tall className="text-lead font-bold tabular-nums">
			{number}
			<span className="sr-only"> {label}</span>
		</TextLink>
	)
}

type Props = {
	figure: NowFigure
	cases: number
	oldest: WaitingCase[]
	at: string
	/** Where all of them stand; null for who has no desk there. */ to: string | null
	open: boolean
}

/** One thing that waits: how often, and the cases that have waited longest. */
export function LiveFigure({ figure, cases, oldest, at, to, open }: Props) {
	const { t } = useTranslation('live')
	return (
		<Card title={t(`figures.${figure}.title`)} aside={<Count value={cases} to={to} label={t('look')} />}>
			<p className="text-muted">{t(cases === 0 ? `figures.${figure}.none` : `figures.${figure}.lead`)}</p>
			{oldest.length > 0 ? (
				<ul className="mt-2 divide-y divide-line">
					{oldest.map(({ id, reference, since }) => (
						<li key={id} className="flex flex-wrap items-baseline gap-x-4 py-1">
							<Reference to={open ? `/desk/cases/${id}` : null}>{reference ?? t('offer')}</Reference>
							<span className="text-small">
								<span className="text-muted">{t(`figures.${figure}.since`)} </span>
								{figure === 'offers' || figure === 'overdue' ? (
									<DueDate at={since} overdue={since < at} word={t(`late.${figure}`)} />
								) : (
									<TimeText at={since} />
								)}
							</span>
						</li>
					))}
				</ul>
			) : null}
			{cases > oldest.length ? <p className="text-small text-muted">{t('oldest', { count: oldest.length })}</p> : null}
		</Card>
	)
}

const Reference = ({ to, children }: { to: string | null; children: ReactNode }) =>
	to ? (
		<TextLink to={to} tall className="font-bold">
			{children}
		</TextLink>
	) : (
		<b className="py-2">{children}</b>
	)
