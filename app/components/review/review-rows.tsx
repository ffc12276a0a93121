import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ApplicationStateBadge } from '~/components/join/application-state-badge'
import { Button } from '~/components/ui/button'
import { StatusBadge } from '~/components/ui/status-badge'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { ReviewItem } from '~/domain/members/review.server'
import type { ReviewView } from '~/domain/members/review.schema'

/** As it comes to the page: moments are text there. */
export type ReviewRow = Omit<ReviewItem, 'firstSubmittedAt' | 'submittedAt' | 'decidedAt'> & {
	firstSubmittedAt: Date | string
	submittedAt: Date | string
	decidedAt: Date | string | null
}
type Props = { items: ReviewRow[]; view: ReviewView; base: string; doubled: string[]; ticked: boolean; address: string }

/** One line for each application. Those that wait can be ticked and approved together, after a page that asks once more. */
export function ReviewRows({ items, view, base, doubled, ticked, address }: Props) {
	const { t } = useTranslation('join')
	const rows = items.map((item) => (
		<li key={item.id} className="flex items-start gap-x-2 py-2">
			{view === 'waiting' ? (
				<label className="-ml-2 flex size-11 shrink-0 cursor-pointer items-center justify-center">
					<span className="sr-only">{item.name ?? item.reference}</span>
					<input
						type="checkbox"
						name="id"
						value={item.id}
						defaultChecked={ticked}
						className="size-6 cursor-pointer accent-accent"
					/>
				</label>
			) : null}
			<div className="min-w-0 flex-1">
				<Facts item={item} view={view} base={base} doubled={doubled.includes(item.id)} />
			</div>
		</li>
	))
	const list = <ul className="mb-4 divide-y divide-line border-y border-line">{rows}</ul>
	if (view !== 'waiting') return list
	return (
		<Form method="get" action={`${base}/approve`} reloadDocument>
			<p className="mb-1 print:hidden">
				<TextLink to={`?${address}${ticked ? '' : `${address ? '&' : ''}tick=all`}`} tall reloadDocument>
					{t(ticked ? 'review.row.tickNone' : 'review.row.tickAll')}
				</TextLink>
			</p>
			<fieldset>
				<legend className="sr-only">{t('review.row.legend')}</legend>
				{list}
			</fieldset>
			<p className="sticky bottom-0 mb-4 border-t border-line bg-paper py-3 print:hidden">
				<Button tone="primary">{t('review.row.approveTicked')}</Button>
			</p>
		</Form>
	)
}

const SINCE = { waiting: 'since', returned: 'returnedOn', decided: 'decidedOn' } as const

function Facts({ item, view, base, doubled }: { item: ReviewRow; view: ReviewView; base: string; doubled: boolean }) {
	const { t } = useTranslation('join')
	const name = item.name ?? t('review.row.gone')
	const at = view === 'waiting' ? item.submittedAt : (item.decidedAt ?? item.submittedAt)
	return (
		<>
			<p className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<Link
					to={`${base}/${item.id}`}
					aria-label={t('review.row.openNamed', { name })}
					className="link inline-flex min-h-11 items-center font-bold"
				>
					{name}
				</Link>
				{view === 'decided' ? <ApplicationStateBadge state={item.state} /> : null}
				{doubled ? (
					<StatusBadge tone="wait" icon="people">
						{t('review.doubles.mark')}
					</StatusBadge>
				) : null}
			</p>
			<p className="text-muted">
				{[item.place, item.sector, item.station, item.campaign, t(`review.as.${item.enteredAs}`), item.reference]
					.filter(Boolean)
					.join(' · ')}
			</p>
			{item.reason && view !== 'waiting' ? <p>{item.reason}</p> : null}
			<p>
				<span className="text-muted">{t(`review.row.${SINCE[view]}`)} </span>
				<TimeText at={at} kind="date" />
			</p>
		</>
	)
}
