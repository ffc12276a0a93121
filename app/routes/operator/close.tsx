import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { StepPage } from '~/components/cases/step-page'
import { Notice } from '~/components/ui/notice'
import { readAs } from '~/db/db.server'
import { CLOSE_CODES } from '~/domain/cases/case-state'
import { CloseForm } from '~/domain/triage/triage.schema'
import { closeByDesk } from '~/domain/triage/steps.server'
import { getTriageCase } from '~/domain/triage/triage.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'
import { inTriage, triageStep } from './step.server'

export const handle = { title: 'operator:titles.close' } satisfies PageHandle

export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const { category, state } = await readAs(user, (db) => getTriageCase(db, language, caseId))
		inTriage(state)
		return { caseId, category }
	})
}

export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await signedInForm(request), CloseForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { code } = parsed.data
	return triageStep(request, caseId, (db) => closeByDesk(db, caseId, code), { done: 'closed', to: '/operator' })
}

export default function Close() {
	const { t } = useTranslation(['operator', 'cases'])
	const { caseId, category } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(CloseForm, { reply: useActionData<typeof action>() })
	return (
		<StepPage back={`/operator/cases/${caseId}`} category={category} title={t('operator:titles.close')}>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<RadioGroup
					{...field('code')}
					label={t('operator:close.code')}
					options={CLOSE_CODES.map((code) => ({ value: code, label: t(`cases:closeCodes.${code}`) }))}
				/>
				<Notice tone="wait">{t('operator:close.lead')}</Notice>
				<SubmitButton tone="danger">{t('operator:close.submit')}</SubmitButton>
			</Form>
		</StepPage>
	)
}
