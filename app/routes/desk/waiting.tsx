import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { asUser, readAs } from '~/db/db.server'
import { WAIT_DAYS, WAIT_MAX_DAYS, WaitingForm, dayFrom, waitUntil } from '~/domain/cases/case-steps.schema'
import { getDeskCase, requireCaseworker, setWaiting } from '~/domain/cases/cases.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

export const handle = { title: 'desk:wait.title' } satisfies PageHandle

export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const one = requireCaseworker(await readAs(user, (db) => getDeskCase(db, language, caseId)))
		const now = new Date()
		const until =
			one.state.startsWith('waiting') && one.nextAt && one.nextAt > now
				? dayFrom(one.nextAt, 0)
				: dayFrom(now, WAIT_DAYS)
		const days = { until, from: dayFrom(now, 1), to: dayFrom(now, WAIT_MAX_DAYS - 1) }
		return { caseId, category: one.category, organisationId: one.organisationId, state: one.state, ...days }
	})
}

export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const form = await signedInForm(request)
	const parsed = parseForm(form, WaitingForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const forWhom = parsed.data.for === 'nobody' ? null : parsed.data.for
	const until = forWhom && parsed.data.until ? waitUntil(parsed.data.until, new Date()) : null
	if (forWhom && !until) {
		const reply: FormReply = { values: formValues(form, WaitingForm), errors: { until: 'desk:errors.untilRange' } }
		return data(reply, { status: 422 })
	}
	return signedIn(request, async (user) => {
		await asUser(user, (db) => setWaiting(db, caseId, forWhom, until))
		throw redirect(`/desk/cases/${caseId}?done=waiting`, 303)
	})
}

export default function Waiting() {
	const { t } = useTranslation('desk')
	const { caseId, category, state, until, from, to } = useLoaderData<typeof loader>()
	const now = state === 'waiting_for_worker' ? 'worker' : state === 'waiting_for_authority' ? 'authority' : undefined
	const { field, formProps, problems } = useZodForm(WaitingForm, {
		defaultValues: { for: now, until },
		reply: useActionData<typeof action>(),
	})
	const options = [
		{ value: 'worker', label: t('wait.worker'), hint: t('wait.workerHint') },
		{ value: 'authority', label: t('wait.authority') },
		...(now ? [{ value: 'nobody', label: t('wait.nobody') }] : []),
	]
	return (
		<StepPage back={`/desk/cases/${caseId}`} category={category} title={t('wait.title')}>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<RadioGroup {...field('for')} label={t('wait.for')} options={options} />
				<TextField
					{...field('until')}
					type="date"
					min={from}
					max={to}
					width="short"
					label={t('wait.until')}
					hint={t('wait.untilHint')}
				/>
				<SubmitButton>{t('wait.submit')}</SubmitButton>
			</Form>
		</StepPage>
	)
}
