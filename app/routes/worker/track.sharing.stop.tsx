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
import { withdrawConsent } from '~/domain/consent/consent.server'
import { readConsequence } from '~/domain/tracking/sharing.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'track:titles.stopSharing', scripts: false } satisfies PageHandle

/** Says what will follow before anything is taken back. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const holder = await receiptHolder(request)
	const language = await localeOf(request)
	return refusable(() => readAs(holder, (db) => readConsequence(db, language, organisationId)))
}

export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const holder = await receiptHolder(request)
	const language = await localeOf(request)
	return refusable(async () => {
		const desk = await asReceipt(holder, async (db) => {
			const { desk } = await readConsequence(db, language, organisationId)
			await withdrawConsent(db, organisationId)
			return desk
		})
		return redirect(afterwards('/track/sharing', desk ? 'deskStopped' : 'stopped'), 303)
	})
}

export default function StopSharing() {
	const { t } = useTranslation(['track', 'common'])
	const { name, desk, consequence } = useLoaderData<typeof loader>()
	const gone = consequence === 'gone'
	return (
		<>
			<PageTitle lead={t(`track:stop.${consequence}`)}>
				{desk ? t('track:stop.titleDesk') : t('track:stop.title', { organisation: name })}
			</PageTitle>
			<Form method="post" reloadDocument>
				{gone ? null : <p className="mb-5">{t('track:stop.keeps')}</p>}
				<p className="flex flex-col gap-3 sm:flex-row">
					{gone ? null : <Button tone="danger">{t('track:stop.button')}</Button>}
					<LinkButton to="/track/sharing">{t(gone ? 'common:actions.back' : 'common:actions.cancel')}</LinkButton>
				</p>
			</Form>
		</>
	)
}
