import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import { PageTitle } from '~/components/ui/page-title'
import { SignInSchema } from '~/domain/people/account.schema'
import type { FormReply } from '~/lib/form-data'
import type { KeptForm } from '~/lib/kept-form'
import { KeptField, KeptWords } from './kept-words'

type Props = { kept: KeptForm | null; reply?: FormReply }

/** The session was over in the middle of writing: who it is, with what was written below and going along. */
export function SignInAgain({ kept, reply }: Props) {
	const { t } = useTranslation(['account', 'common'])
	const { field, formProps, problems } = useZodForm(SignInSchema, { reply })
	return (
		<>
			<Form {...formProps} action="/signin/again">
				<ErrorSummary problems={problems} />
				<PageTitle lead={t('account:again.signIn')}>{t('common:errors.sessionExpired')}</PageTitle>
				<KeptField kept={kept} />
				<TextField
					{...field('email')}
					label={t('account:fields.email')}
					type="email"
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
				/>
				<TextField
					{...field('password')}
					label={t('account:fields.password')}
					type="password"
					autoComplete="current-password"
				/>
				<SubmitButton>{t('account:signIn.submit')}</SubmitButton>
			</Form>
			{kept ? (
				<div className="mt-8">
					<KeptWords kept={kept} />
				</div>
			) : null}
		</>
	)
}
