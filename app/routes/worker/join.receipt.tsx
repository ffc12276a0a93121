import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { applicationSession, findApplicant, joinDraft } from '~/auth/join-cookies.server'
import { receiptCodeOf } from '~/auth/receipt-code.server'
import { CodeBox } from '~/components/join/code-box'
import { PromiseLine } from '~/components/join/join-promise'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button, LinkButton } from '~/components/ui/button'
import { Details } from '~/components/ui/details'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { asApplicant, readAsVisitor } from '~/db/db.server'
import { readJoinDraft } from '~/domain/members/joining.server'
import { closeApplication } from '~/domain/members/own-application.server'

export const handle = { title: 'join:receipt.metaTitle', scripts: false } satisfies PageHandle

/** Shows the code again for as long as this browser knows the draft, which is all the code is made from. */
export async function loader({ request }: LoaderFunctionArgs) {
	const draftId = await joinDraft.find(request)
	const kept = draftId ? await readAsVisitor((db) => readJoinDraft(db, draftId)) : null
	if (!draftId || !kept?.reference || !kept.sent) throw redirect('/union/join/status')
	return { reference: kept.reference, code: receiptCodeOf(draftId) }
}

/** On a shared phone: this browser forgets the draft, and the application it has opened is closed. */
export async function action({ request }: ActionFunctionArgs) {
	const applicant = await findApplicant(request)
	if (applicant) await asApplicant(applicant, closeApplication)
	const headers = new Headers()
	for (const cookie of [await joinDraft.forget(), await applicationSession.forget()])
		headers.append('Set-Cookie', cookie)
	return redirect('/', { status: 303, headers })
}

const KEEP = ['picture', 'write', 'secret'] as const

export default function JoinReceiptPage() {
	const { t } = useTranslation(['join', 'filing'])
	const { reference, code } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={t('receipt.lead')}>{t('receipt.title')}</PageTitle>
			<CodeBox reference={reference} code={code} />
			<h2 className="mb-1 text-lead font-bold">{t('filing:receipt.keepTitle')}</h2>
			<ul className="mb-6 list-disc pl-6">
				{KEEP.map((way) => (
					<li key={way}>{t(`receipt.keep.${way}`)}</li>
				))}
			</ul>
			<Notice tone="good" title={t('filing:receipt.nextTitle')}>
				<p>{t('receipt.next')}</p>
			</Notice>
			<p className="mb-6 print:hidden">
				<LinkButton to="/union/join/status" tone="primary" reloadDocument>
					{t('receipt.status')}
				</LinkButton>
			</p>
			<div className="print:hidden">
				<PromiseLine />
				<Details summary={t('filing:forget.summary')}>
					<p className="mb-3">{t('filing:forget.sent.text')}</p>
					<Form method="post" reloadDocument>
						<Button>{t('filing:forget.sent.button')}</Button>
					</Form>
				</Details>
			</div>
		</>
	)
}
