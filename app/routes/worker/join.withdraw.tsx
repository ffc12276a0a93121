import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { applicant } from '~/auth/join-cookies.server'
import { refusable } from '~/auth/refusals.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button, LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { asApplicant, readAs } from '~/db/db.server'
import { findOwnApplication, withdrawApplication } from '~/domain/members/own-application.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'

export const handle = { title: 'join:withdraw.title', scripts: false } satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
	const [holder, language] = [await applicant(request), await localeOf(request)]
	return refusable(async () => {
		const own = await readAs(holder, (db) => findOwnApplication(db, language))
		if (!own) throw new AppError('sessionExpired')
		return { reference: own.reference, open: own.state === 'submitted' || own.state === 'returned' }
	})
}

export async function action({ request }: ActionFunctionArgs) {
	const holder = await applicant(request)
	return refusable(async () => {
		await asApplicant(holder, withdrawApplication)
		return redirect('/union/join/status?done=withdrawn', 303)
	})
}

const ENDS = ['ends', 'removed', 'help'] as const

export default function WithdrawApplication() {
	const { t } = useTranslation(['join', 'common'])
	const { reference, open } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle over={reference}>{t('withdraw.title')}</PageTitle>
			{open ? (
				<Form method="post" reloadDocument>
					<ul className="mb-6 list-disc pl-6">
						{ENDS.map((end) => (
							<li key={end}>{t(`withdraw.${end}`)}</li>
						))}
					</ul>
					<p className="flex flex-col gap-3 sm:flex-row">
						<Button tone="danger">{t('withdraw.button')}</Button>
						<LinkButton to="/union/join/status">{t('withdraw.keep')}</LinkButton>
					</p>
				</Form>
			) : (
				<>
					<p className="mb-5">{t('withdraw.already')}</p>
					<LinkButton to="/union/join/status">{t('common:actions.back')}</LinkButton>
				</>
			)}
		</>
	)
}
