import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { refuseSignUp } from '~/auth/sign-up-refusal.server'
import { signUp } from '~/auth/sign-in.server'
import { SignUpSchema } from '~/domain/people/account.schema'
import { webEnv } from '~/env.server'
import { parseForm } from '~/lib/form-data'

export const handle = { title: 'account:titles.signUp' } satisfies PageHandle

/** For workers; staff come by invitation. */
export async function action({ request }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), SignUpSchema)
	if (!parsed.ok) return refuseSignUp(parsed.reply)
	const { email, password } = parsed.data
	const answer = await signUp(request, email, password, `${webEnv().APP_URL}/signin`)
	if (answer.outcome === 'in') throw redirect('/my', { status: 303, headers: answer.headers })
	if (answer.outcome === 'confirm') return data({ confirm: email }, { headers: answer.headers })
	return refuseSignUp({ values: { email }, errors: {} }, answer.outcome)
}

export default function SignUp() {
	const reply = useActionData<typeof action>()
	if (reply && 'confirm' in reply) return <LookIntoMailbox email={reply.confirm} />
	return <SignUpForm reply={reply} />
}

type Reply = Exclude<ReturnType<typeof useActionData<typeof action>>, { confirm: string } | undefined>

function SignUpForm({ reply }: { reply: Reply | undefined }) {
	const { t } = useTranslation('account')
	const { field, formProps, problems } = useZodForm(SignUpSchema, { reply })
	return (
		<>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<PageTitle lead={t('signUp.lead')}>{t('titles.signUp')}</PageTitle>
				<TextField
					{...field('email')}
					label={t('fields.email')}
					type="email"
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
				/>
				<TextField
					{...field('password')}
					label={t('fields.newPassword')}
					hint={t('fields.passwordHint')}
					type="password"
					autoComplete="new-password"
				/>
				<SubmitButton>{t('signUp.submit')}</SubmitButton>
			</Form>
			<p className="mt-6">
				<TextLink to="/signin" tall>
					{t('signUp.haveAccount')}
				</TextLink>
			</p>
		</>
	)
}

function LookIntoMailbox({ email }: { email: string }) {
	const { t } = useTranslation('account')
	return (
		<>
			<PageTitle>{t('signUp.confirmTitle')}</PageTitle>
			<p className="mb-4">{t('signUp.confirm', { email })}</p>
			<p className="mb-6 text-muted">{t('signUp.confirmNothing')}</p>
			<LinkButton to="/signin" tone="primary">
				{t('titles.signIn')}
			</LinkButton>
		</>
	)
}
