import { useTranslation } from 'react-i18next'
import { Card } from '~/components/ui/card'
import { TimeText } from '~/components/ui/time-text'
import type { Outcome } from '~/domain/messages/messages.server'
import type { Locale } from '~/i18n/resources'
import { formatMoney } from '~/lib/format'

/** What was proposed and what the worker said to it, newest last. */
export function OutcomesCard({ outcomes }: { outcomes: Outcome[] }) {
	const { t } = useTranslation('desk')
	if (outcomes.length === 0) return null
	return (
		<Card title={t('outcomes.title')}>
			<ol className="divide-y divide-line">
				{outcomes.map((outcome) => (
					<OutcomeEntry key={outcome.id} outcome={outcome} />
				))}
			</ol>
		</Card>
	)
}

function OutcomeEntry({ outcome }: { outcome: Outcome }) {
	const { t, i18n } = useTranslation(['desk', 'cases'])
	const money = (fen: number) => formatMoney(fen, i18n.language as Locale)
	const { code, answer, attempts, moneyRecoveredFen, billPaidFen, nightsHoused, rating, comment } = outcome
	const figures = [
		attempts === null ? null : t('desk:outcomes.attempts', { count: attempts }),
		moneyRecoveredFen === null ? null : t('desk:outcomes.money', { amount: money(moneyRecoveredFen) }),
		billPaidFen === null ? null : t('desk:outcomes.bill', { amount: money(billPaidFen) }),
		nightsHoused === null ? null : t('desk:outcomes.nights', { count: nightsHoused }),
		rating === null ? null : t('desk:outcomes.rating', { rating }),
	].filter((figure) => figure !== null)
	return (
		<li className="py-3">
			<p className="font-bold">
				{t(`cases:outcomeCodes.${code}`)} · {answer ? t(`cases:outcomeAnswers.${answer}`) : t('desk:outcomes.open')}
			</p>
			<p className="text-small text-muted">
				<TimeText at={outcome.answeredAt ?? outcome.proposedAt} />
			</p>
			<p className="mt-1 whitespace-pre-line">{outcome.note}</p>
			{figures.map((figure) => (
				<p key={figure}>{figure}</p>
			))}
			{comment ? (
				<blockquote className="mt-2 border-l-4 border-line pl-3 whitespace-pre-line">{comment}</blockquote>
			) : null}
		</li>
	)
}
