import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Reasons } from '~/components/cases/reasons'
import { Card } from '~/components/ui/card'
import { TimeText } from '~/components/ui/time-text'
import type { Asked } from '~/domain/triage/triage.server'

/** Everybody the router saw and everybody who was asked: what speaks for them, and what came of it. */
export function TraceCard({ asked, routedAt }: { asked: Asked[]; routedAt: Date | null }) {
	const { t } = useTranslation('operator')
	return (
		<Card title={t('trace.title')}>
			{routedAt ? (
				<p className="mb-2 text-muted">
					{t('trace.routed')} <TimeText at={routedAt} />
				</p>
			) : null}
			{asked.length === 0 ? <p>{t('trace.none')}</p> : <TraceTable asked={asked} />}
		</Card>
	)
}

/** A table on a wide screen; on a phone each row becomes a block, the heads are read out by screen readers alone. */
function TraceTable({ asked }: { asked: Asked[] }) {
	const { t } = useTranslation('operator')
	const heads = [t('trace.organisation'), t('trace.reasons'), t('trace.outcome')]
	return (
		<table className="w-full text-left">
			<thead className="sr-only sm:not-sr-only">
				<tr className="border-b border-control">
					{heads.map((head) => (
						<th key={head} scope="col" className="py-2 pr-4 first:sm:w-1/4 last:sm:w-1/4">
							{head}
						</th>
					))}
				</tr>
			</thead>
			<tbody className="divide-y divide-line">
				{asked.map((one) => (
					<tr key={one.organisationId} className="block py-3 sm:table-row">
						<th scope="row" className="block font-bold sm:table-cell sm:py-2 sm:pr-4 sm:align-top">
							{one.organisation}
						</th>
						<td className="block sm:table-cell sm:py-2 sm:pr-4 sm:align-top">
							<Reasons reasons={one.reasons} />
						</td>
						<td className="block sm:table-cell sm:py-2 sm:align-top">
							<Outcome one={one} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}

/** The later of the two speaks: an offer follows the worker's yes. */
function Outcome({ one: { referral, ask } }: { one: Asked }): ReactNode {
	const { t } = useTranslation(['operator', 'cases'])
	if (!referral && !ask) return <span className="text-muted">{t('operator:trace.notAsked')}</span>
	if (!referral || (ask?.state === 'asked' && ask.at > referral.at))
		return (
			<>
				{t(`operator:trace.askStates.${ask!.state}`)}
				{ask!.state === 'asked' ? <When at={ask!.answerBy} word={t('operator:trace.offeredUntil')} /> : null}
			</>
		)
	const code = referral.declineCode ? t(`cases:declineCodes.${referral.declineCode}`) : null
	return (
		<>
			{[t(`cases:referralStates.${referral.state}`), code].filter(Boolean).join(' · ')}
			{referral.state === 'offered' ? <When at={referral.respondBy} word={t('operator:trace.offeredUntil')} /> : null}
		</>
	)
}

const When = ({ at, word }: { at: string; word: string }) => (
	<span className="block text-small text-muted">
		{word} <TimeText at={at} />
	</span>
)
