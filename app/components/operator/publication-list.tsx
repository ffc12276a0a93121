import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/ui/empty-state'
import { MoreLink } from '~/components/ui/more-link'
import { StatusBadge } from '~/components/ui/status-badge'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { Publication } from '~/domain/figures/republish.server'
import type { Locale } from '~/i18n/resources'
import { formatMonth } from '~/lib/format'

/** Months that are published, the newest first: how often, why again, and what still waits. */
export function PublicationList({ publications, next }: { publications: Publication[]; next: string[] | null }) {
	const { t, i18n } = useTranslation('republish')
	if (publications.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
	return (
		<>
			<ul className="mb-4 divide-y divide-line border-y border-line">
				{publications.map((item) => (
					<li key={item.month} className="py-3">
						<div className="flex flex-wrap items-baseline gap-x-4">
							<h2 className="text-lead font-bold">{formatMonth(item.month, i18n.language as Locale)}</h2>
							<span>{item.revision === 1 ? t('first') : t('revision', { number: item.revision })}</span>
							<span className="text-muted">
								{t('published')} <TimeText at={item.publishedAt} relative={false} />
							</span>
						</div>
						{item.note ? <p>{t('note', { note: item.note })}</p> : null}
						<Progress {...item} />
						{isWaiting(item) ? null : (
							<TextLink to={item.month.slice(0, 7)} tall>
								{t('again')}
								<span className="sr-only">: {formatMonth(item.month, i18n.language as Locale)}</span>
							</TextLink>
						)}
					</li>
				))}
			</ul>
			{next ? <MoreLink after={next} /> : null}
		</>
	)
}

export const isWaiting = ({ askedAt, doneRevision }: Pick<Publication, 'askedAt' | 'doneRevision'>) =>
	askedAt !== null && doneRevision === null

/** Asked for and not done yet, and whether the last try went wrong. Nothing where nothing waits. */
export function Progress({
	askedAt,
	askedBy,
	failedAt,
	doneRevision,
}: Pick<Publication, 'askedAt' | 'askedBy' | 'failedAt' | 'doneRevision'>) {
	const { t } = useTranslation('republish')
	if (!askedAt || !isWaiting({ askedAt, doneRevision })) return null
	return (
		<div className="my-1">
			{failedAt ? (
				<StatusBadge tone="danger" icon="alert">
					{t('failed')}
				</StatusBadge>
			) : (
				<StatusBadge tone="wait" icon="wait">
					{t('waiting')}
				</StatusBadge>
			)}
			<p>
				{t('asked', { name: askedBy ?? t('someone') })} <TimeText at={askedAt} />
			</p>
			{failedAt ? (
				<p>
					{t('failedHint')} <TimeText at={failedAt} />
				</p>
			) : null}
		</div>
	)
}
