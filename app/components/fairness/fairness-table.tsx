import { useTranslation } from 'react-i18next'
import type { FairnessRow, Measure } from '~/domain/fairness/matching'
import type { Locale } from '~/i18n/resources'
import { formatMonth } from '~/lib/format'

/** Below this many pairs a difference is mostly chance, and the page says so. */
const FEW_PAIRS = 30

/** Hours or a share, as people say it. */
function useSaid(measure: Measure) {
	const { t, i18n } = useTranslation('fairness')
	const number = (value: number, style: Intl.NumberFormatOptions) =>
		new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, ...style }).format(value)
	return (value: number, sign = false) => {
		const signed = sign ? ({ signDisplay: 'exceptZero' } as const) : {}
		return measure === 'confirmed_help'
			? number(value, { style: 'percent', ...signed })
			: t('hours', { value: number(value, signed) })
	}
}
const differenceOf = ({ measure, membersValue, othersValue }: FairnessRow) => {
	const digits = measure === 'confirmed_help' ? 1000 : 10
	return Math.round((membersValue - othersValue) * digits) / digits
}

/** One measure, the newest month first: in a sentence, and as a table. */
export function FairnessTable({ measure, rows }: { measure: Measure; rows: FairnessRow[] }) {
	const { t, i18n } = useTranslation('fairness')
	const locale = i18n.language as Locale
	const said = useSaid(measure)
	const latest = rows[0]
	if (!latest) return <p className="mb-2 text-muted">{t('emptyGroup')}</p>
	const difference = differenceOf(latest)
	const way = difference === 0 ? 'same' : difference > 0 ? 'more' : 'less'
	return (
		<>
			<p className="mb-2">
				{t(`latest.${measure}.${way}`, {
					month: formatMonth(latest.month, locale),
					difference: said(Math.abs(difference)),
				})}{' '}
				{latest.pairs < FEW_PAIRS ? t('pairsFew') : null}
			</p>
			<div className="overflow-x-auto">
				<table className="w-full text-left">
					<caption className="sr-only">{t(`measures.${measure}`)}</caption>
					<thead>
						<tr className="border-b-2 border-line">
							{(['month', 'members', 'others', 'difference', 'pairs'] as const).map((column) => (
								<th key={column} scope="col" className="py-2 pr-3 align-bottom font-normal text-muted">
									{t(`columns.${column}`)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<tr key={row.month} className="border-b border-line tabular-nums">
								<th scope="row" className="py-2 pr-3 font-normal whitespace-nowrap">
									{formatMonth(row.month, locale)}
								</th>
								<td className="py-2 pr-3">{said(row.membersValue)}</td>
								<td className="py-2 pr-3">{said(row.othersValue)}</td>
								<td className="py-2 pr-3 font-bold">{said(differenceOf(row), true)}</td>
								<td className="py-2">{row.pairs}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	)
}
