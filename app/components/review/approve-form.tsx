import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SingleCheckbox } from '~/components/form/single-checkbox'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { ApproveSchema } from '~/domain/members/review.schema'
import type { FormReply } from '~/lib/form-data'

type Props = {
	ready: { id: string; name: string }[]
	/** Sent along, so that what came of the whole list is told. */ left: { id: string }[]
	reply: FormReply | undefined
}
const CHECKS = ['idSeen', 'wishAsked', 'notMember'] as const

/** Who becomes a member, by name, and what the officer says before. Nothing is ticked beforehand. */
export function ApproveForm({ ready, left, reply }: Props) {
	const { t } = useTranslation('join')
	const { field, formProps, problems } = useZodForm(ApproveSchema, { reply })
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			{left.map(({ id }) => (
				<input key={id} type="hidden" name="ids" value={id} />
			))}
			<h2 className="mb-1 text-lead font-bold">{t('review.approve.who')}</h2>
			<ul className="mb-5 flex flex-wrap gap-2">
				{ready.map(({ id, name }) => (
					<li key={id} className="rounded-pill border border-line bg-card px-3 py-0.5">
						{name}
						<input type="hidden" name="ids" value={id} />
					</li>
				))}
			</ul>
			<h2 className="mb-1 text-lead font-bold">{t('review.approve.check')}</h2>
			{CHECKS.map((check) => (
				<SingleCheckbox key={check} {...field(check)} label={t(`review.approve.${check}`)} />
			))}
			<SubmitButton>{t('review.approve.submit', { count: ready.length })}</SubmitButton>
		</Form>
	)
}
