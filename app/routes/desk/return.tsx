import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import { ReasonFields } from '~/components/desk/reason-form'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { asUser, readAs } from '~/db/db.server'
import { getDeskCase, requireCaseworker, returnCase } from '~/domain/cases/cases.server'
import { ReasonForm } from '~/domain/referrals/referral.schema'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'

export const handle = { title: 'desk:giveBack.title' } satisfies PageHandle

export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const one = requireCaseworker(await readAs(user, (db) => getDeskCase(db, language, caseId)))
		return { caseId, category: one.category, organisationId: one.organisationId, referralId: one.referral?.id ?? '' }
	})
}

export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await signedInForm(request), ReasonForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { organisationId, code } = parsed.data
	return signedIn(request, async (user) => {
		await asUser(user, (db) => returnCase(db, caseId, code))
		throw redirect(`/desk/${organisationId}?done=returned`, 303)
	})
}

export default function Return() {
	const { t } = useTranslation('desk')
	const { caseId, category, ...hidden } = useLoaderData<typeof loader>()
	return (
		<StepPage back={`/desk/cases/${caseId}`} category={category} title={t('giveBack.title')}>
			<ReasonFields
				hidden={hidden}
				reply={useActionData<typeof action>()}
				label={t('giveBack.code')}
				after={t('giveBack.after')}
				submit={t('giveBack.submit')}
			/>
		</StepPage>
	)
}
