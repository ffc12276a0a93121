import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StepPage } from '~/components/cases/step-page'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { OwnContactForm } from '~/domain/members/member.schema'
import { changeMember } from '~/domain/members/member-steps.server'
import { parseForm } from '~/lib/form-data'
import { hashOfPhone, refusedWith, step } from './member-step.server'
import { showOwn } from './own-step.server'

export const handle = { title: 'membership:titles.contact' } satisfies PageHandle
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export const loader = (call: LoaderFunctionArgs) => showOwn(call, async (_, { phone, email }) => ({ phone, email }))

/** Whether a number is another member's is told to nobody here; the union's officers see it. */
export async function action({ request, params: { membershipId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), OwnContactForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { phone, email = null } = parsed.data
	const answer = await step(request, '/union/membership', 'ownChanged', async (db) => {
		await changeMember(db, membershipId, { phone, email }, { phoneHash: hashOfPhone(phone), own: true })
	})
	return data(answer.data, refusedWith(answer))
}

export default function OwnContact() {
	const { t } = useTranslation(['membership', 'members'])
	const { over, phone, email } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(OwnContactForm, {
		defaultValues: { phone, email: email ?? '' },
		reply: useActionData<typeof action>(),
	})
	return (
		<StepPage back="/union/membership" category={over} title={t('membership:titles.contact')}>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<TextField
					{...field('phone')}
					label={t('members:facts.phone')}
					type="tel"
					inputMode="tel"
					autoComplete="tel"
					width="short"
				/>
				<TextField
					{...field('email')}
					label={t('members:facts.email')}
					hint={t('membership:own.emailHint')}
					optional
					type="email"
					autoComplete="email"
					autoCapitalize="none"
					spellCheck={false}
				/>
				<SubmitButton>{t('members:contact.save')}</SubmitButton>
			</Form>
		</StepPage>
	)
}
