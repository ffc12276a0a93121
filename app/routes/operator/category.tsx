import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import { ErrorSummary } from '~/components/form/error-summary'
import { SelectField } from '~/components/form/select-field'
import { SingleCheckbox } from '~/components/form/single-checkbox'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { StepPage } from '~/components/cases/step-page'
import { readAs } from '~/db/db.server'
import { CategoryForm } from '~/domain/triage/triage.schema'
import { categoriseCase, routeAgain } from '~/domain/triage/steps.server'
import { getTriageCase } from '~/domain/triage/triage.server'
import { listCategories } from '~/domain/vocabulary/vocabulary.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm, type FormReply } from '~/lib/form-data'
import { inTriage, triageStep } from './step.server'

export const handle = { title: 'operator:titles.category' } satisfies PageHandle

/** Every need but "not sure", each with its group before it. */
export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { category, categoryCode, state } = await getTriageCase(db, language, caseId)
			inTriage(state)
			const groups = (await listCategories(db, language)).filter(({ code }) => code !== 'unsure')
			const needs = groups.flatMap((group) =>
				[group, ...group.children].map(({ code, name }) => ({
					value: code,
					label: code === group.code ? name : `${group.name} · ${name}`,
				})),
			)
			return { caseId, category, categoryCode, needs }
		}),
	)
}

export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const form = await signedInForm(request)
	const parsed = parseForm(form, CategoryForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { category, again } = parsed.data
	const unknown = (): FormReply => ({ values: { category }, errors: { category: 'operator:errors.categoryMissing' } })
	return triageStep(
		request,
		caseId,
		async (db) => {
			await categoriseCase(db, caseId, category)
			if (again) await routeAgain(db, caseId)
		},
		{ done: again ? 'routed' : 'categorised' },
		unknown,
	)
}

export default function Category() {
	const { t } = useTranslation('operator')
	const { caseId, category, categoryCode, needs } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	const defaultValues = { category: categoryCode === 'unsure' ? '' : categoryCode, again: 'yes' }
	const { field, formProps, problems } = useZodForm(CategoryForm, { defaultValues, reply })
	return (
		<StepPage
			back={`/operator/cases/${caseId}`}
			category={category}
			title={t('titles.category')}
			lead={t('category.lead')}
		>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<SelectField
					{...field('category')}
					label={t('category.label')}
					hint={t('category.now', { category })}
					options={needs}
				/>
				<SingleCheckbox {...field('again')} label={t('category.again')} hint={t('category.againHint')} />
				<SubmitButton>{t('category.submit')}</SubmitButton>
			</Form>
		</StepPage>
	)
}
