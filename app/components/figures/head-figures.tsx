import { Link } from '@remix-run/react'
import type { Board, Head } from '~/domain/figures/board'
import { sayChange, sayMeasure, sayOn, sayPeriod, sayValue } from '~/domain/figures/board-words'
import { KINDS } from '~/domain/figures/tables'
import { formatMonth } from '~/lib/format'
import { DEFINITIONS, NOT_SHOWN, useSay } from './use-say'

/** The first thing that is looked at: each number with its name, which leads to what it means, and of when it is. */
export function HeadFigures({ heads, months }: Pick<Board, 'heads' | 'months'>) {
	return (
		<dl className="mb-8 grid grid-cols-2 gap-3 lg:grid-cols-4">
			{heads.map((head) => (
				<HeadFigure key={`${head.measure} ${head.ending}`} head={head} months={months.map(({ month }) => month)} />
			))}
		</dl>
	)
}

function HeadFigure({ head, months }: { head: Head; months: string[] }) {
	const say = useSay()
	const { t, locale } = say
	const { measure, value, change, over } = head
	const month = formatMonth(months.at(-1)!, locale)
	const on = value === null || value === undefined ? null : sayOn(say, measure, head)
	const when =
		over === 'period'
			? t('head.period', { period: sayPeriod(say, months) })
			: t(KINDS[measure] === 'stock' ? 'head.end' : 'head.month', { month })
	return (
		<div className="flex flex-col rounded-card border border-line bg-card p-3 sm:p-4 print:break-inside-avoid">
			<dt>
				<Link to={`${DEFINITIONS}#${measure}`} className="link inline-flex min-h-11 items-start">
					{sayMeasure(t, head)}
				</Link>
			</dt>
			<dd className={typeof value === 'number' ? 'text-title font-bold tabular-nums' : 'text-lead text-muted'}>
				{value === null ? (
					<Link to={NOT_SHOWN} className="link text-muted">
						{sayValue(say, measure, value, over === 'period' && months.length > 1)}
					</Link>
				) : (
					sayValue(say, measure, value)
				)}
			</dd>
			<dd className="text-small text-muted">{[when, on].filter(Boolean).join(' · ')}</dd>
			{change === null ? null : (
				<dd className="text-small">
					{over === 'period' && months.length > 1
						? t('head.changePeriod', { change: sayChange(say, measure, change), count: months.length })
						: t('head.changeMonth', { change: sayChange(say, measure, change) })}
				</dd>
			)}
		</div>
	)
}
