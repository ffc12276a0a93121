import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { receiptHolder } from '~/auth/receipt-cookie.server'
import { refusable } from '~/auth/refusals.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { DoneNotice } from '~/components/tracking/done-notice'
import { Looked } from '~/components/tracking/history'
import { Recipients } from '~/components/tracking/recipients'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAs } from '~/db/db.server'
import { readSharing } from '~/domain/tracking/sharing.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'track:titles.sharing', scripts: false } satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
	const holder = await receiptHolder(request)
	const language = await localeOf(request)
	return refusable(() => readAs(holder, (db) => readSharing(db, language)))
}

export default function SharingPage() {
	const { t } = useTranslation('track')
	const { reference, open, recipients, excluded, views } = useLoaderData<typeof loader>()
	return (
		<>
			<TextLink to="/track" tall>
				{t('case.back')}
			</TextLink>
			<DoneNotice />
			<PageTitle over={t('case.over', { reference })} lead={t('sharing.lead')}>
				{t('titles.sharing')}
			</PageTitle>
			<h2 className="mb-2 text-lead font-bold">{t('sharing.recipients')}</h2>
			<Recipients recipients={recipients} />
			<h2 className="mt-6 mb-2 text-lead font-bold">{t('sharing.excluded')}</h2>
			{excluded.length > 0 ? (
				<ul className="list-disc pl-6">
					{excluded.map((name, index) => (
						<li key={index}>{name}</li>
					))}
				</ul>
			) : (
				<p className="text-muted">{t('sharing.noneExcluded')}</p>
			)}
			<h2 className="mt-6 mb-2 text-lead font-bold">{t('sharing.views')}</h2>
			<Looked views={views} />
			{open ? (
				<section className="mt-8 border-t border-line pt-5">
					<p className="mb-3">{t('sharing.withdrawText')}</p>
					<LinkButton to="/track/withdraw" tone="danger">
						{t('sharing.withdraw')}
					</LinkButton>
				</section>
			) : null}
		</>
	)
}
