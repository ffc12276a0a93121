import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import { ErrorSummary } from '~/components/form/error-summary'
import { SelectField } from '~/components/form/select-field'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { asUser, readAs } from '~/db/db.server'
import { AssignForm } from '~/domain/cases/case-steps.schema'
import { assignCase, getDeskCase, listCaseworkers } from '~/domain/cases/cases.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'
import { parseForm } from '~/lib/form-data'

export const handle = { title: 'desk:assign.title' } satisfies PageHandle

export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { held, category, organisationId, assigneeId } = await getDeskCase(db, language, caseId)
			if (!held) throw new AppError('conflict')
			return { caseId, category, organisationId, assigneeId, people: await listCaseworkers(db, organisationId) }
		}),
	)
}

export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await signedInForm(request), AssignForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	return signedIn(request, async (user) => {
		await asUser(user, (db) => assignCase(db, caseId, parsed.data.assignee ?? null))
		throw redirect(`/desk/cases/${caseId}?done=assigned`, 303)
	})
}

export default function Assign() {
	const { t } = useTranslation('desk')
	const { caseId, category, assigneeId, people } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(AssignForm, {
		defaultValues: { assignee: assigneeId ?? '' },
		reply: useActionData<typeof action>(),
	})
	const options = people.map(({ userId, name, me }) => {
		const known = name ?? t('assign.unnamed')
		return { value: userId, label: me ? t('assign.me', { name: known }) : known }
	})
	return (
		<StepPage back={`/desk/cases/${caseId}`} category={category} title={t('assign.title')}>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<SelectField {...field('assignee')} label={t('assign.who')} empty={t('assign.nobody')} options={options} />
				<SubmitButton>{t('assign.submit')}</SubmitButton>
			</Form>
		</StepPage>
	)
}
