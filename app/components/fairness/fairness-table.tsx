import { useTranslation } from 'react-i18next'
import type { FairnessRow, Measure } from '~/domain/fairness/matching'
import type { Locale } from '~/i18n/resources'
import { formatMonth, formatNumber } from '~/lib/format'

/** Below this many pairs a difference is mostly chance, and the page says so. */
const FEW_PAIRS = 30

/** Hours and shares as people say them: bare in the table, whose title names the unit, and with it in a sentence. */
function useSaid(measure: Measure) {
	const { t, i18n } = useTranslation('fairness')
	const share = measure === 'confirmed_help'
	const number = (value: number, style: Intl.NumberFormatOptions = {}) =>
		formatNumber(value, i18n.language as Locale, style)
	return {
		value: (value: number) => (share ? number(value, { style: 'percent' }) : number(value)),
		gap: (value: number) => number(share ? value * 100 : value, { signDisplay: 'exceptZero' }),
		inWords: (value: number) =>
			share ? t('points', { value: number(value * 100) }) : t('hours', { value: number(value) }),
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
					difference: said.inWords(Math.abs(difference)),
				})}{' '}
				{latest.pairs < FEW_PAIRS ? t('pairsFew') : null}
			</p>
			<table className="w-full text-left">
				<caption className="sr-only">{t(`measures.${measure}`)}</caption>
				<thead>
					<tr className="border-b-2 border-line">
						{(['month', 'members', 'others', 'difference'] as const).map((column) => (
							<th
								key={column}
								scope="col"
								className="py-2 pr-3 align-bottom font-normal text-muted not-first:whitespace-nowrap"
							>
								{t(`columns.${column}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row.month} className="border-b border-line tabular-nums">
							<th scope="row" className="py-2 pr-3 font-normal">
								{formatMonth(row.month, locale)}
								<span className="block text-small text-muted">
									{t('pairs', { count: row.pairs, members: row.members, others: row.others })}
								</span>
							</th>
							<td className="py-2 pr-3 whitespace-nowrap">{said.value(row.membersValue)}</td>
							<td className="py-2 pr-3 whitespace-nowrap">{said.value(row.othersValue)}</td>
							<td className="py-2 font-bold whitespace-nowrap">{said.gap(differenceOf(row))}</td>
						</tr>
					))}
				</tbody>
			</table>
			{measure === 'confirmed_help' ? <p className="mt-2 text-small text-muted">{t('inPoints')}</p> : null}
		</>
	)
}
