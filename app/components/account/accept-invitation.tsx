import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import { AcceptSchema } from '~/domain/people/account.schema'
import type { FormReply } from '~/lib/form-data'

/** For the invited who is signed in. */
export function AcceptInvitation({ name, reply }: { name: string | null; reply: FormReply | undefined }) {
	const { t } = useTranslation('account')
	const { field, formProps, problems } = useZodForm(AcceptSchema, { defaultValues: { name: name ?? '' }, reply })
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<TextField {...field('name')} label={t('fields.name')} hint={t('fields.nameHint')} autoComplete="name" />
			<SubmitButton>{t('invitation.accept')}</SubmitButton>
		</Form>
	)
}
