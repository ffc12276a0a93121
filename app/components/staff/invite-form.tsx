import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CheckboxGroup } from '~/components/form/checkbox-group'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import { InvitationSchema } from '~/domain/organisations/invitation.schema'
import type { StaffRole } from '~/domain/organisations/staff-role'
import { LOCALES, type Locale } from '~/i18n/resources'
import type { FormReply } from '~/lib/form-data'

type Props = { roles: readonly StaffRole[]; language: Locale; invitationId: string; reply: FormReply | undefined }

export function InviteForm({ roles, language, invitationId, reply }: Props) {
	const { t } = useTranslation(['account', 'cases'])
	const defaultValues = { invitationId, language }
	const { field, formProps, problems } = useZodForm(InvitationSchema, { defaultValues, reply })
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<input type="hidden" name="invitationId" value={String(reply?.values.invitationId ?? invitationId)} />
			<TextField
				{...field('email')}
				label={t('account:fields.email')}
				type="email"
				autoComplete="off"
				autoCapitalize="none"
				spellCheck={false}
			/>
			<CheckboxGroup
				{...field('roles')}
				label={t('account:invite.roles')}
				options={roles.map((role) => ({
					value: role,
					label: t(`cases:roles.${role}`),
					hint: t(`account:invite.about.${role}`),
				}))}
			/>
			<RadioGroup
				{...field('language')}
				label={t('account:invite.language')}
				options={LOCALES.map((locale) => ({
					value: locale,
					label: <span lang={locale}>{t(`account:invite.languages.${locale}`)}</span>,
				}))}
			/>
			<SubmitButton>{t('account:invite.submit')}</SubmitButton>
		</Form>
	)
}
