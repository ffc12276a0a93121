import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import { ReasonFields } from '~/components/desk/reason-form'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { asUser, readAs } from '~/db/db.server'
import { getDeskCase } from '~/domain/cases/cases.server'
import { ReasonForm } from '~/domain/referrals/referral.schema'
import { declineReferral } from '~/domain/referrals/referrals.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'
import { parseForm } from '~/lib/form-data'

export const handle = { title: 'desk:decline.title' } satisfies PageHandle

export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const one = await readAs(user, (db) => getDeskCase(db, language, caseId))
		if (!one.roles.includes('caseworker')) throw new AppError('forbidden')
		if (one.referral?.state !== 'offered') throw new AppError('conflict')
		return { caseId, category: one.category, organisationId: one.organisationId, referralId: one.referral.id }
	})
}

export async function action({ request }: ActionFunctionArgs) {
	const parsed = parseForm(await signedInForm(request), ReasonForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { referralId, organisationId, code } = parsed.data
	return signedIn(request, async (user) => {
		await asUser(user, (db) => declineReferral(db, referralId, code))
		throw redirect(`/desk/${organisationId}?done=declined`, 303)
	})
}

export default function Decline() {
	const { t } = useTranslation('desk')
	const { caseId, category, ...hidden } = useLoaderData<typeof loader>()
	return (
		<StepPage back={`/desk/cases/${caseId}`} category={category} title={t('decline.title')}>
			<ReasonFields
				hidden={hidden}
				reply={useActionData<typeof action>()}
				label={t('decline.code')}
				after={t('decline.after')}
				submit={t('decline.submit')}
			/>
		</StepPage>
	)
}
