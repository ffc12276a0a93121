import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { receiptHolder } from '~/auth/receipt-cookie.server'
import { refusable } from '~/auth/refusals.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { afterwards } from '~/components/tracking/done-notice'
import { Button, LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { asReceipt, readAs } from '~/db/db.server'
import { escalateCase } from '~/domain/tracking/steps.server'
import { readTrackedCase } from '~/domain/tracking/tracking.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'track:titles.nobody', scripts: false } satisfies PageHandle

export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const holder = await receiptHolder(request)
	const language = await localeOf(request)
	const { case: one } = await refusable(() => readAs(holder, (db) => readTrackedCase(db, language, caseId, [])))
	if (one.state === 'closed') throw redirect(`/track/cases/${caseId}`)
	const { id, category, triageReason } = one
	return { id, category, organisation: one.holder ?? one.offeredTo, already: triageReason === 'escalated' }
}

export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const holder = await receiptHolder(request)
	return refusable(async () => {
		await asReceipt(holder, (db) => escalateCase(db, caseId))
		return redirect(afterwards(`/track/cases/${caseId}`, 'escalated'), 303)
	})
}

export default function NobodyAnswers() {
	const { t } = useTranslation(['track', 'common'])
	const { id, category, organisation, already } = useLoaderData<typeof loader>()
	const back = (
		<LinkButton to={`/track/cases/${id}`}>{t(already ? 'track:case.back' : 'common:actions.cancel')}</LinkButton>
	)
	return (
		<>
			<PageTitle over={category} lead={already ? t('track:nobodyAnswers.already') : t('track:nobodyAnswers.lead')}>
				{t('track:nobodyAnswers.title')}
			</PageTitle>
			{already ? (
				back
			) : (
				<Form method="post" reloadDocument>
					<p className="mb-4">
						{organisation ? t('track:nobodyAnswers.holder', { organisation }) : t('track:nobodyAnswers.desk')}
					</p>
					<Notice tone="danger">{t('track:nobodyAnswers.urgent')}</Notice>
					<p className="flex flex-col gap-3 sm:flex-row">
						<Button tone="primary">{t('track:nobodyAnswers.button')}</Button>
						{back}
					</p>
				</Form>
			)}
		</>
	)
}
