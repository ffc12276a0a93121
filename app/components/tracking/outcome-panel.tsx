import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { TextArea } from '~/components/form/text-area'
import { useZodForm } from '~/components/form/use-zod-form'
import { DescriptionList, type Fact } from '~/components/ui/description-list'
import { TimeText } from '~/components/ui/time-text'
import { COMMENT_MAX, ConfirmSchema, DisputeSchema, RATINGS, REASON_MAX } from '~/domain/outcomes/answer.schema'
import type { Outcome } from '~/domain/tracking/tracked'
import type { Locale } from '~/i18n/resources'
import { formatMoney } from '~/lib/format'
import type { FormReply } from '~/lib/form-data'

/** What the organisation says came out, and what the worker answered. */
export function OutcomeFacts({ outcome }: { outcome: Outcome }) {
	const { t, i18n } = useTranslation(['track', 'cases'])
	const locale = i18n.language as Locale
	const { moneyRecoveredFen, billPaidFen, nightsHoused, attempts, rating, comment } = outcome
	const facts: Fact[] = []
	const add = (term: string, value: string | null) => (value === null ? null : facts.push({ term, value }))
	add(t('track:outcome.moneyRecovered'), moneyRecoveredFen === null ? null : formatMoney(moneyRecoveredFen, locale))
	add(t('track:outcome.billPaid'), billPaidFen === null ? null : formatMoney(billPaidFen, locale))
	add(t('track:outcome.nightsHoused'), nightsHoused === null ? null : String(nightsHoused))
	add(t('track:outcome.attemptsTerm'), attempts === null ? null : t('track:outcome.attempts', { count: attempts }))
	add(t('track:outcome.yourRating'), rating === null ? null : t(`track:ratings.r${rating as 1 | 2 | 3 | 4 | 5}`))
	add(t('track:outcome.yourWords'), comment)
	return (
		<>
			<p className="font-bold">
				{t('track:outcome.proposed', {
					organisation: outcome.organisation,
					code: t(`cases:outcomeCodes.${outcome.code}`),
				})}
			</p>
			<p className="mb-2 text-small text-muted">
				<TimeText at={outcome.proposedAt} />
			</p>
			<p className="mb-3 whitespace-pre-line">{outcome.note}</p>
			{outcome.answer ? <p className="mb-3 font-bold">{t(`track:outcome.answers.${outcome.answer}`)}</p> : null}
			{facts.length > 0 ? <DescriptionList facts={facts} /> : null}
		</>
	)
}

export function ConfirmForm({ reply }: { reply: FormReply | undefined }) {
	const { t } = useTranslation('track')
	const { field, formProps, problems } = useZodForm(ConfirmSchema, { reply })
	return (
		<Form {...formProps} action="#outcome">
			<ErrorSummary problems={problems} />
			<h3 className="mb-2 text-lead font-bold">{t('outcome.confirmTitle')}</h3>
			<RadioGroup
				{...field('rating')}
				label={t('outcome.rating')}
				options={RATINGS.map((value) => ({ value, label: t(`ratings.r${value}`) }))}
			/>
			<TextArea
				{...field('comment')}
				label={t('outcome.comment')}
				hint={t('outcome.commentHint')}
				optional
				rows={3}
				limit={COMMENT_MAX}
			/>
			<SubmitButton name="step" value="confirm">
				{t('outcome.confirm')}
			</SubmitButton>
		</Form>
	)
}

type DisputeProps = {
	messageId: string
	/** Until when, for a case that is closed already. */ until: string | null
	reply: FormReply | undefined
}

export function DisputeForm({ messageId, until, reply }: DisputeProps) {
	const { t } = useTranslation('track')
	const { field, formProps, problems } = useZodForm(DisputeSchema, { reply })
	return (
		<Form {...formProps} action="#outcome">
			<ErrorSummary problems={problems} />
			<p className="mb-3">{until ? t('outcome.lateText', { by: until }) : t('outcome.disputeText')}</p>
			<input type="hidden" name="messageId" value={reply?.values.messageId ?? messageId} />
			<TextArea {...field('reason')} label={t('outcome.reason')} rows={4} limit={REASON_MAX} />
			<SubmitButton tone="quiet" name="step" value="dispute">
				{t('outcome.dispute')}
			</SubmitButton>
		</Form>
	)
}
