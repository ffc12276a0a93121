import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import { ErrorSummary } from '~/components/form/error-summary'
import { SingleCheckbox } from '~/components/form/single-checkbox'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { readAs } from '~/db/db.server'
import { ContactForm } from '~/domain/members/member.schema'
import { changeMember } from '~/domain/members/member-steps.server'
import { getMember } from '~/domain/members/members.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm } from '~/lib/form-data'
import { hashOfPhone, refusedWith, step } from './member-step.server'

export const handle = { title: 'members:titles.contact' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', membershipId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const { name } = await readAs(user, (db) => getMember(db, language, organisationId, membershipId))
		return { name, back: `/union/${organisationId}/members/${membershipId}` }
	})
}

/** An empty number or address stays as it is: the page never shows what is known. */
export async function action({ request, params: { organisationId = '', membershipId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const parsed = parseForm(form, ContactForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { name, phone, email, removeEmail } = parsed.data
	const address = removeEmail ? { email: null } : email ? { email } : {}
	const answer = await step(request, `/union/${organisationId}/members/${membershipId}`, 'changed', async (db) => {
		const changes = { name, ...(phone ? { phone } : {}), ...address }
		const done = await changeMember(db, membershipId, changes, { phoneHash: phone ? hashOfPhone(phone) : null })
		if (done === 'phone_taken')
			return { values: formValues(form, ContactForm), errors: { phone: 'members:errors.phoneTaken' } }
	})
	return data(answer.data, refusedWith(answer))
}

export default function MemberContact() {
	const { t } = useTranslation('members')
	const { name, back } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(ContactForm, {
		defaultValues: { name },
		reply: useActionData<typeof action>(),
	})
	return (
		<StepPage back={back} category={name} title={t('titles.contact')} lead={t('contact.lead')}>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<TextField {...field('name')} label={t('facts.name')} autoComplete="off" />
				<TextField
					{...field('phone')}
					label={t('contact.phone')}
					optional
					type="tel"
					inputMode="tel"
					autoComplete="off"
					width="short"
				/>
				<TextField
					{...field('email')}
					label={t('contact.email')}
					optional
					type="email"
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
				/>
				<SingleCheckbox {...field('removeEmail')} label={t('contact.removeEmail')} />
				<SubmitButton>{t('contact.save')}</SubmitButton>
			</Form>
		</StepPage>
	)
}
