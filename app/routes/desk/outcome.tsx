import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { TextArea } from '~/components/form/text-area'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { Notice } from '~/components/ui/notice'
import { asUser, readAs } from '~/db/db.server'
import { getDeskCase, requireCaseworker } from '~/domain/cases/cases.server'
import { OUTCOME_CODES } from '~/domain/outcomes/outcome-code'
import { OUTCOME_NOTE_MAX, OutcomeForm } from '~/domain/outcomes/outcome.schema'
import { proposeOutcome } from '~/domain/outcomes/propose.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'

export const handle = { title: 'desk:propose.title' } satisfies PageHandle

export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const one = requireCaseworker(await readAs(user, (db) => getDeskCase(db, language, caseId)))
		const blocked = one.needsManager && !one.roles.includes('manager')
		return { caseId, category: one.category, organisationId: one.organisationId, blocked, outcomeId: randomUUID() }
	})
}

export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await signedInForm(request), OutcomeForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	return signedIn(request, async (user) => {
		await asUser(user, (db) => proposeOutcome(db, caseId, parsed.data))
		throw redirect(`/desk/cases/${caseId}?done=proposed`, 303)
	})
}

export default function ProposeOutcome() {
	const { t } = useTranslation('desk')
	const { caseId, category, blocked } = useLoaderData<typeof loader>()
	return (
		<StepPage back={`/desk/cases/${caseId}`} category={category} title={t('propose.title')} lead={t('propose.lead')}>
			{blocked ? (
				<Notice tone="danger" title={t('needsManager.title')}>
					<p>{t('needsManager.text')}</p>
					<p>{t('needsManager.blocked')}</p>
				</Notice>
			) : (
				<OutcomeFields />
			)}
		</StepPage>
	)
}

function OutcomeFields() {
	const { t } = useTranslation(['desk', 'cases'])
	const { outcomeId } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	const { field, formProps, problems } = useZodForm(OutcomeForm, { defaultValues: { outcomeId }, reply })
	const codes = OUTCOME_CODES.map((code) => ({ value: code, label: t(`cases:outcomeCodes.${code}`) }))
	const figure = { inputMode: 'decimal', width: 'short', optional: true } as const
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<input type="hidden" name="outcomeId" value={reply?.values.outcomeId ?? outcomeId} />
			<RadioGroup {...field('code')} label={t('desk:propose.code')} options={codes} />
			<TextField
				{...field('attempts')}
				{...figure}
				label={t('desk:propose.attempts')}
				hint={t('desk:propose.attemptsHint')}
			/>
			<TextArea
				{...field('note')}
				label={t('desk:propose.note')}
				hint={t('desk:propose.noteHint')}
				rows={5}
				limit={OUTCOME_NOTE_MAX}
			/>
			<h2 className="mb-3 text-lead font-bold">{t('desk:propose.figures')}</h2>
			<TextField {...field('moneyRecovered')} {...figure} label={t('desk:propose.money')} />
			<TextField {...field('billPaid')} {...figure} label={t('desk:propose.bill')} />
			<TextField {...field('nightsHoused')} {...figure} label={t('desk:propose.nights')} />
			<SubmitButton>{t('desk:propose.submit')}</SubmitButton>
		</Form>
	)
}
