import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Notice } from '~/components/ui/notice'
import { DECLINE_CODES } from '~/domain/referrals/referral-state'
import { ReasonForm } from '~/domain/referrals/referral.schema'
import type { FormReply } from '~/lib/form-data'

type Props = {
	hidden: { organisationId: string; referralId: string }
	reply: FormReply | undefined
	label: ReactNode
	after: ReactNode
	submit: ReactNode
}

/** A code, and what follows from it, for a no before accepting and one after it. */
export function ReasonFields({ hidden, reply, label, after, submit }: Props) {
	const { t } = useTranslation('cases')
	const { field, formProps, problems } = useZodForm(ReasonForm, { reply })
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<input type="hidden" name="organisationId" value={hidden.organisationId} />
			<input type="hidden" name="referralId" value={hidden.referralId} />
			<RadioGroup
				{...field('code')}
				label={label}
				options={DECLINE_CODES.map((code) => ({ value: code, label: t(`declineCodes.${code}`) }))}
			/>
			<Notice tone="wait">{after}</Notice>
			<SubmitButton tone="danger">{submit}</SubmitButton>
		</Form>
	)
}
