import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import { TextLink } from '~/components/ui/text-link'
import { JoinSchema } from '~/domain/people/account.schema'
import type { FormReply } from '~/lib/form-data'

/** For the invited who is not signed in: a new account, or the way to the old one and back. */
export function JoinByInvitation({
	path,
	email,
	reply,
}: {
	path: string
	email: string
	reply: FormReply | undefined
}) {
	const { t } = useTranslation('account')
	const { field, formProps, problems } = useZodForm(JoinSchema, { reply })
	return (
		<>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<h2 className="text-lead font-bold">{t('invitation.newTitle')}</h2>
				<p className="mb-4 text-muted">{t('invitation.newLead')}</p>
				{/* for password managers, which keep a password together with an address */}
				<input type="email" value={email} autoComplete="username" readOnly hidden />
				<TextField {...field('name')} label={t('fields.name')} hint={t('fields.nameHint')} autoComplete="name" />
				<TextField
					{...field('password')}
					label={t('fields.newPassword')}
					hint={t('fields.passwordHint')}
					type="password"
					autoComplete="new-password"
				/>
				<SubmitButton>{t('invitation.join')}</SubmitButton>
			</Form>
			<p className="mt-6">
				<TextLink to={`/signin?${new URLSearchParams({ redirectTo: path, email })}`} tall>
					{t('invitation.haveAccount')}
				</TextLink>
			</p>
		</>
	)
}
