import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { MorningFields } from '~/components/review/morning-fields'
import { PageTitle } from '~/components/ui/page-title'
import { UnionTabs } from '~/components/union/union-tabs'
import { readAs } from '~/db/db.server'
import { MorningSchema } from '~/domain/members/sign-up.schema'
import { readSignUpDesk } from '~/domain/members/sign-up.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'
import { morningAddress, needsStation, readChoices, seeOther, wrongFacts } from './morning.server'

export const handle = { title: 'join:signup.title' } satisfies PageHandle

/** What holds for everybody of a morning: for officers, and for liaisons at their own stations. The address may bring facts along. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const desk = await readSignUpDesk(db, language, organisationId)
			const choices = await readChoices(db, language, organisationId, desk, new URL(request.url).searchParams)
			return { organisationId, desk, ...choices }
		}),
	)
}

/** Leads on to the people, with the facts in the address; `place` looks for a place that the list does not have. */
export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const [language, form] = await Promise.all([localeOf(request), request.formData()])
	const values = formValues(form, MorningSchema)
	const base = `/union/${organisationId}/signup`
	if (form.get('intent') === 'place') return seeOther(`${base}/place?${morningAddress(values)}`)
	const parsed = parseForm(form, MorningSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { data: checked } = await signedIn(request, (user) =>
		readAs(user, async (db) => {
			const desk = await readSignUpDesk(db, language, organisationId)
			const wrong = needsStation(desk, parsed.data)
				? ({ station: 'join:signup.errors.station' } satisfies FormReply['errors'])
				: await wrongFacts(db, language, organisationId, parsed.data)
			return { wrong }
		}),
	)
	if (checked.wrong) return data({ values, errors: checked.wrong } satisfies FormReply, { status: 422 })
	return seeOther(`${base}/people?${morningAddress(values)}`)
}

export default function SignUpFacts() {
	const { t } = useTranslation('join')
	const { organisationId, desk, given, ...choices } = useLoaderData<typeof loader>()
	const { field, formProps, problems, watch } = useZodForm(MorningSchema, {
		defaultValues: given,
		reply: useActionData<typeof action>(),
	})
	return (
		<>
			{desk.officer ? <UnionTabs base={`/union/${organisationId}`} waiting={{}} /> : null}
			<div className="max-w-2xl">
				<PageTitle over={desk.organisationName} lead={t('signup.facts.lead')}>
					{t('signup.title')}
				</PageTitle>
				<Form {...formProps}>
					{/* What the enter key presses: the first button of a form, which else would look for another place. */}
					<button hidden tabIndex={-1} aria-hidden="true" />
					<ErrorSummary problems={problems} />
					<MorningFields field={field} sector={watch('sector')} {...choices} />
					<SubmitButton>{t('signup.facts.go')}</SubmitButton>
				</Form>
			</div>
		</>
	)
}
