import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { TextArea } from '~/components/form/text-area'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { readAs } from '~/db/db.server'
import { DecideSchema, DECISIONS } from '~/domain/members/review.schema'
import { listReasons, readApplication } from '~/domain/members/review.server'
import { decideApplication } from '~/domain/members/review-steps.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'
import { parseForm } from '~/lib/form-data'
import { unionStep } from './step.server'

export const handle = { title: 'join:review.titles.one' } satisfies PageHandle

/** `?as=returned` sends back, `?as=rejected` turns down. */
export async function loader({ request, params: { organisationId = '', applicationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const as = new URL(request.url).searchParams.get('as')
	const decision = DECISIONS.find((known) => known === as) ?? 'returned'
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { id, name, state } = await readApplication(db, language, organisationId, applicationId)
			if (state !== 'submitted') throw new AppError('conflict')
			return { organisationId, id, name, decision, reasons: await listReasons(db, language, decision) }
		}),
	)
}

export async function action({ request, params: { organisationId = '', applicationId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), DecideSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const here = `/union/${organisationId}/applications/${applicationId}`
	return unionStep(
		request,
		async (db) => {
			await decideApplication(db, applicationId, parsed.data)
			return { done: parsed.data.decision, to: `/union/${organisationId}/applications` }
		},
		here,
	)
}

export default function Decide() {
	const { t } = useTranslation('join')
	const { organisationId, id, name, decision, reasons } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(DecideSchema, { reply: useActionData<typeof action>() })
	return (
		<StepPage
			back={`/union/${organisationId}/applications/${id}`}
			category={name ?? ''}
			title={t(`review.titles.${decision}`)}
			lead={t(`review.decide.${decision}Lead`)}
		>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<input type="hidden" name="decision" value={decision} />
				<RadioGroup
					{...field('reason')}
					label={t('review.decide.reason')}
					options={reasons.map(({ code, name: label, whatNext }) => ({ value: code, label, hint: whatNext }))}
				/>
				<TextArea
					{...field('note')}
					label={t('review.decide.note')}
					hint={t('review.decide.noteHint')}
					optional
					rows={3}
					limit={500}
				/>
				<SubmitButton tone={decision === 'rejected' ? 'danger' : 'primary'}>
					{t(`review.decide.${decision}`)}
				</SubmitButton>
			</Form>
		</StepPage>
	)
}
