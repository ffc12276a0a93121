import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { Details } from '~/components/ui/details'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { getUserId } from '~/auth/session.server'
import { safePath } from '~/auth/signed-in.server'
import { SignInSchema } from '~/domain/people/account.schema'
import { homeOf } from './home.server'
import { takeSignIn } from './signin.server'

export const handle = { title: 'account:titles.signIn' } satisfies PageHandle

/** Somebody signed in has nothing to do here. */
export async function loader({ request }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url)
	const { userId, headers } = await getUserId(request)
	const redirectTo = safePath(searchParams.get('redirectTo'), '')
	if (userId) throw redirect(redirectTo || (await homeOf(userId)), { headers })
	return data({ redirectTo, email: searchParams.get('email') ?? '', signedOut: searchParams.has('out') }, { headers })
}

export async function action({ request }: ActionFunctionArgs) {
	const form = await request.formData()
	const taken = await takeSignIn(request, form)
	if ('reply' in taken) return data(taken.reply, { status: taken.status })
	const wanted = form.get('redirectTo')
	const to = safePath(typeof wanted === 'string' ? wanted : null, '') || (await homeOf(taken.userId))
	throw redirect(to, { status: 303, headers: taken.headers })
}

export default function SignIn() {
	const { t } = useTranslation('account')
	const { redirectTo, email, signedOut } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	const { field, formProps, problems } = useZodForm(SignInSchema, { defaultValues: { email }, reply })
	return (
		<>
			{signedOut && !reply ? <Notice tone="good" announce title={t('signIn.signedOut')} /> : null}
			{redirectTo && !reply ? <Notice>{t('signIn.goesOn')}</Notice> : null}
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<PageTitle lead={t('signIn.lead')}>{t('titles.signIn')}</PageTitle>
				<input type="hidden" name="redirectTo" value={redirectTo} />
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
					label={t('fields.password')}
					type="password"
					autoComplete="current-password"
				/>
				<SubmitButton>{t('signIn.submit')}</SubmitButton>
			</Form>
			<div className="mt-8">
				<Details summary={t('signIn.forgot')}>
					<p>{t('signIn.forgotStaff')}</p>
					<p>{t('signIn.forgotWorker')}</p>
				</Details>
				<p className="text-muted">{t('signIn.noAccount')}</p>
				<p className="flex flex-wrap gap-x-6">
					<TextLink to="/track" tall>
						{t('signIn.toTrack')}
					</TextLink>
					<TextLink to="/signup" tall>
						{t('signIn.signUp')}
					</TextLink>
				</p>
			</div>
		</>
	)
}
