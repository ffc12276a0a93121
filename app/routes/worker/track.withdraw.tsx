import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { receiptHolder } from '~/auth/receipt-cookie.server'
import { refusable } from '~/auth/refusals.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { afterwards } from '~/components/tracking/done-notice'
import { Button, LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { asReceipt, readAs } from '~/db/db.server'
import { withdrawRequest } from '~/domain/tracking/steps.server'
import { findTrackedRequest } from '~/domain/tracking/tracking.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'

export const handle = { title: 'track:titles.withdraw', scripts: false } satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
	const holder = await receiptHolder(request)
	const language = await localeOf(request)
	return refusable(async () => {
		const tracked = await readAs(holder, (db) => findTrackedRequest(db, language))
		if (!tracked) throw new AppError('sessionExpired')
		return { reference: tracked.reference, open: tracked.cases.some(({ state }) => state !== 'closed') }
	})
}

export async function action({ request }: ActionFunctionArgs) {
	const holder = await receiptHolder(request)
	return refusable(async () => {
		await asReceipt(holder, withdrawRequest)
		return redirect(afterwards('/track', 'withdrawn'), 303)
	})
}

export default function WithdrawRequest() {
	const { t } = useTranslation('track')
	const { reference, open } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle over={t('case.over', { reference })}>{t('withdraw.title')}</PageTitle>
			{open ? (
				<Form method="post" reloadDocument>
					<ul className="mb-6 list-disc pl-6">
						<li>{t('withdraw.ends')}</li>
						<li>{t('withdraw.access')}</li>
						<li>
							<strong>{t('withdraw.final')}</strong>
						</li>
					</ul>
					<p className="flex flex-col gap-3 sm:flex-row">
						<Button tone="danger">{t('withdraw.button')}</Button>
						<LinkButton to="/track">{t('withdraw.keep')}</LinkButton>
					</p>
				</Form>
			) : (
				<>
					<p className="mb-5">{t('withdraw.already')}</p>
					<LinkButton to="/track">{t('case.back')}</LinkButton>
				</>
			)}
		</>
	)
}
