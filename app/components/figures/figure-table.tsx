import { Link } from '@remix-run/react'
import type { Block, Row } from '~/domain/figures/board'
import { isOverall, sayCell, sayColumn, sayOn, sayRow, type Say } from '~/domain/figures/board-words'
import type { Figure } from '~/domain/figures/look-up'
import type { Measure } from '~/domain/figures/tables'
import { NOT_SHOWN, useSay } from './use-say'

/** The numbers of one chart. A wide table moves inside its own box, which takes the keyboard. */
export function FigureTable({
	block,
	title,
	linkOf,
}: {
	block: Block
	title: string
	linkOf?: (row: Row) => string | null
}) {
	const say = useSay()
	const { t } = say
	const label = t('block.tableOf', { title })
	return (
		// eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that moves is reached by the keyboard too
		<div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto print:overflow-visible">
			<table className="w-full text-left text-small [overflow-wrap:break-word] print:text-[9pt]">
				<caption className="sr-only">{label}</caption>
				<thead>
					<tr className="border-b-2 border-line">
						<th
							scope="col"
							className="sticky left-0 bg-card py-2 pr-4 align-bottom font-normal text-muted print:static"
						>
							{block.rows[0]?.kind === 'month'
								? t('block.month')
								: block.chart === 'places'
									? t('block.place')
									: t(`by.${block.rows[0]?.kind as 'sector'}`)}
						</th>
						{block.columns.map((column, index) => (
							<th
								key={index}
								scope="col"
								className="min-w-20 px-2 py-2 text-right align-bottom print:min-w-0 print:px-1 font-normal text-muted"
							>
								{sayColumn(say, block, column)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{block.rows.map((row) => {
						const to = linkOf?.(row)
						return (
							<tr key={row.code} className="border-b border-line tabular-nums">
								<th scope="row" className="sticky left-0 min-w-24 bg-card py-2 pr-4 font-normal print:static">
									{to ? (
										<Link to={to} className="link inline-flex min-h-11 items-center">
											{sayRow(say, row)}
										</Link>
									) : (
										sayRow(say, row)
									)}
								</th>
								{row.cells.map((cell, index) => (
									<td key={index} className="px-2 py-2 text-right whitespace-nowrap print:px-1 print:whitespace-normal">
										<Shown
											say={say}
											row={row}
											measure={block.columns[index]!.measure}
											cell={cell}
											period={isOverall(block, block.columns[index]!)}
										/>
									</td>
								))}
							</tr>
						)
					})}
				</tbody>
			</table>
		</div>
	)
}

/** `say`: from the table, for a hook in each of hundreds of cells costs more than the cell. */
type ShownProps = { say: Say; row: Row; measure: Measure; cell: Figure; period: boolean }
/** A number with what it rests on; what is not shown opens the explanation. */
function Shown({ say, row, measure, cell, period }: ShownProps) {
	const text = sayCell(say, measure, row, cell, period)
	if (cell.value === null)
		return (
			<Link to={NOT_SHOWN} className="link inline-block min-w-20 whitespace-normal text-muted">
				{text}
			</Link>
		)
	const on = sayOn(say, measure, cell)
	if (cell.value === undefined) return <span className="text-muted">{text}</span>
	return (
		<>
			{text}
			{on ? <span className="block text-muted">{on}</span> : null}
		</>
	)
}
