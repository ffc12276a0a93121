import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Icon } from '~/components/ui/icon'
import { StatusBadge } from '~/components/ui/status-badge'
import { TimeText } from '~/components/ui/time-text'
import type { ReportLine } from '~/domain/reports/report-line'
import type { Locale } from '~/i18n/resources'
import { formatMonth, formatSize } from '~/lib/format'

type Props = { reports: ReportLine[]; next: string[] | null; place: string; language: Locale; first: boolean }

/** Reports about one place in one language, the latest month first; an old revision says that there is a newer one. */
export function ReportList({ reports, next, place, language, first }: Props) {
	const { t, i18n } = useTranslation(['reports', 'common'])
	const locale = i18n.language as Locale
	if (reports.length === 0 && first) return <EmptyState title={t('reports:empty')}>{t('reports:emptyHint')}</EmptyState>
	const search = (after: string[]) =>
		`?${new URLSearchParams([['place', place], ['language', language], ...after.map((part) => ['after', part])])}`
	return (
		<>
			<ul className="mb-4 divide-y divide-line border-y border-line">
				{reports.map(({ id, month, revision, bytes, madeAt, replacedAt }) => (
					<li key={id} className="py-3">
						<div className="flex flex-wrap items-center gap-x-4">
							{/* a file: the browser goes there itself */}
							<a href={`/union/reports/${id}`} className="link inline-flex min-h-11 items-center gap-2 font-bold">
								<Icon name="document" />
								{formatMonth(month, locale)}
								<span className="font-normal">{t('reports:file', { size: formatSize(bytes, locale) })}</span>
							</a>
							{replacedAt ? (
								<StatusBadge icon="info" tone="wait">
									{t('reports:replaced')}
								</StatusBadge>
							) : null}
						</div>
						<p className="text-small text-muted">
							{revision > 1 ? `${t('reports:revision', { number: revision })} · ` : null}
							{t('reports:made')} <TimeText at={madeAt} kind="date" relative={false} />
						</p>
					</li>
				))}
			</ul>
			<p className="mb-5 flex flex-wrap gap-3">
				{next ? <LinkButton to={search(next)}>{t('common:actions.more')}</LinkButton> : null}
				{first ? null : <LinkButton to={search([])}>{t('reports:start')}</LinkButton>}
			</p>
		</>
	)
}
