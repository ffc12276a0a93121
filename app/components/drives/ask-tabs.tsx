import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ASK_VIEWS, type AskView, type Progress } from '~/domain/drives/drive-view'

const countOf = ({ table }: Progress, said: number): Record<AskView, number> => {
	const all = (row: Record<string, number>) => Object.values(row).reduce((sum, one) => sum + one, 0)
	return { ...table.waiting, wrong: all(table.wrong_contact), said, lapsed: all(table.lapsed) }
}

/** The lists of a drive, each with its number. */
export function AskTabs({ current, progress, said }: { current: AskView; progress: Progress; said: number }) {
	const { t } = useTranslation('drives')
	const counts = countOf(progress, said)
	return (
		<nav aria-label={t('lists.label')} id="members" className="mb-4 border-b border-line">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{ASK_VIEWS.map((view) => (
					<li key={view}>
						<Link
							to={`?view=${view}#members`}
							className="tab"
							aria-current={view === current ? 'page' : undefined}
							preventScrollReset
						>
							{t(`lists.${view}`)} <span className="text-muted">({counts[view].toLocaleString('en')})</span>
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}
