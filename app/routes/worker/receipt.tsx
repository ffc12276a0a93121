import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findDraftId } from '~/auth/draft-cookie.server'
import { receiptCodeOf } from '~/auth/receipt-code.server'
import { SharedPhone } from '~/components/filing/shared-phone'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAsVisitor } from '~/db/db.server'
import { readDraft } from '~/domain/requests/drafts.server'

export const handle = { title: 'filing:receipt.metaTitle', scripts: false } satisfies PageHandle

/** Shows the code again for as long as this browser knows the draft, which is all the code is made from. */
export async function loader({ request }: LoaderFunctionArgs) {
	const draftId = await findDraftId(request)
	const kept = draftId ? await readAsVisitor((db) => readDraft(db, draftId)) : null
	if (!draftId || !kept?.reference) throw redirect('/track')
	return { reference: kept.reference, code: receiptCodeOf(draftId) }
}

const KEEP = ['picture', 'write', 'secret'] as const

export default function ReceiptPage() {
	const { t } = useTranslation('filing')
	const { reference, code } = useLoaderData<typeof loader>()
	const already = useSearchParams()[0].has('already')
	return (
		<>
			{already ? (
				<Notice tone="wait" announce title={t('receipt.alreadyTitle')}>
					<p>{t('receipt.already')}</p>
				</Notice>
			) : null}
			<PageTitle lead={t('receipt.lead')}>{t('receipt.title')}</PageTitle>
			<dl className="mb-6 rounded-card border-2 border-accent bg-card p-4 text-center print:break-inside-avoid">
				<dt className="text-muted">{t('receipt.reference')}</dt>
				<dd className="mb-3 font-mono text-lead font-bold select-all">{reference}</dd>
				<dt className="text-muted">{t('receipt.code')}</dt>
				<dd className="font-mono text-title font-bold break-keep select-all">{code}</dd>
			</dl>
			<h2 className="mb-1 text-lead font-bold">{t('receipt.keepTitle')}</h2>
			<ul className="mb-6 list-disc pl-6">
				{KEEP.map((way) => (
					<li key={way}>{t(`receipt.keep.${way}`)}</li>
				))}
			</ul>
			<Notice tone="good" title={t('receipt.nextTitle')}>
				<p>{t('receipt.next')}</p>
			</Notice>
			<p className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-3 print:hidden">
				<LinkButton to="/track" tone="primary" reloadDocument>
					{t('receipt.track')}
				</LinkButton>
				<TextLink to="/requests/new" reloadDocument tall>
					{t('receipt.another')}
				</TextLink>
			</p>
			<SharedPhone sent />
		</>
	)
}
