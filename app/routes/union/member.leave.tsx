import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { Notice } from '~/components/ui/notice'
import { readAs } from '~/db/db.server'
import { LeaveForm } from '~/domain/members/member.schema'
import { endMembership } from '~/domain/members/member-steps.server'
import { getMember } from '~/domain/members/members.server'
import { LEAVE_REASONS } from '~/domain/members/membership-state'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'
import { refusedWith, step } from './member-step.server'

export const handle = { title: 'members:titles.leave' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', membershipId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const { name, state } = await readAs(user, (db) => getMember(db, language, organisationId, membershipId))
		return { name, state, back: `/union/${organisationId}/members/${membershipId}` }
	})
}

export async function action({ request, params: { organisationId = '', membershipId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), LeaveForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { reason } = parsed.data
	const to = `/union/${organisationId}/members/${membershipId}`
	const answer = await step(request, to, 'left', (db) => endMembership(db, membershipId, reason))
	return data(answer.data, refusedWith(answer))
}

export default function EndMembership() {
	const { t } = useTranslation('members')
	const { name, state, back } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(LeaveForm, { reply: useActionData<typeof action>() })
	return (
		<StepPage back={back} category={name} title={t('titles.leave')} lead={t('leave.lead', { name })}>
			{state === 'left' ? (
				<Notice tone="wait">{t('leave.already')}</Notice>
			) : (
				<Form {...formProps}>
					<ErrorSummary problems={problems} />
					<RadioGroup
						{...field('reason')}
						label={t('leave.reason')}
						options={LEAVE_REASONS.map((reason) => ({ value: reason, label: t(`leaveReasons.${reason}`) }))}
					/>
					<Notice>{t('leave.help')}</Notice>
					<SubmitButton tone="danger">{t('leave.submit')}</SubmitButton>
				</Form>
			)}
		</StepPage>
	)
}
