import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import type { RowVerdict } from '~/domain/roster/import-state'
import { ROW_VERDICTS } from '~/domain/roster/import-state'
import type { Counts, RowLine } from '~/domain/roster/import-view'
import type { RosterColumn } from '~/domain/roster/roster-column'

type Props = {
	verdict: RowVerdict
	counts: Counts
	columns: RosterColumn[]
	rows: RowLine[]
	next: string[] | null
}

/** The rows by what would become of them: which row, which column, why, and what to do. */
export function RowList({ verdict, counts, columns, rows, next }: Props) {
	const { t } = useTranslation(['roster', 'common'])
	const more = next && new URLSearchParams([['rows', verdict], ...next.map((part) => ['after', part])])
	return (
		<section className="mt-8">
			<nav aria-label={t('rows.label')} id="rows" className="mb-3 border-b border-line">
				<ul className="-mb-px flex flex-wrap gap-x-5">
					{ROW_VERDICTS.filter((one) => counts[one]).map((one) => (
						<li key={one}>
							<Link
								to={`?rows=${one}#rows`}
								preventScrollReset
								className="tab"
								aria-current={one === verdict ? 'page' : undefined}
							>
								{t(`verdicts.${one}`)} <span className="text-muted">({counts[one]!.toLocaleString('en')})</span>
							</Link>
						</li>
					))}
				</ul>
			</nav>
			<p className="mb-2 text-muted">{rows.length === 0 ? t('rows.none') : t(`verdictHints.${verdict}`)}</p>
			<ul className="mb-4 divide-y divide-line border-y border-line">
				{rows.map((row) => (
					<li key={row.rowNo} className="py-2">
						<p className="flex flex-wrap gap-x-4">
							<strong>{t('rows.row', { row: row.rowNo })}</strong>
							{row.name ? (
								<span>
									{row.name} <span className="tabular-nums">{row.phone}</span>
								</span>
							) : null}
							{row.outcome ? <span>{t(`rows.outcomes.${row.outcome}`)}</span> : null}
						</p>
						{row.otherUnion ? <p>{t('rows.memberOf', { union: row.otherUnion })}</p> : null}
						<Problems row={row} columns={columns} />
					</li>
				))}
			</ul>
			{more ? <LinkButton to={`?${more}#rows`}>{t('common:actions.more')}</LinkButton> : null}
		</section>
	)
}

function Problems({ row: { problems }, columns }: { row: RowLine; columns: RosterColumn[] }) {
	const { t } = useTranslation('roster')
	return problems.length === 0 ? null : (
		<ul>
			{problems.map(({ field, code, row, name }) => (
				<li key={`${field} ${code}`}>
					<strong>{columns.find((column) => column.field === field)?.heading ?? t(`fields.${field}`)}</strong>{' '}
					{t(`problems.${code}`, { row, name })}
				</li>
			))}
		</ul>
	)
}
