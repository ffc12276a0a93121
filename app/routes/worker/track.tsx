import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findReceiptHolder, forgetReceipt, receiptCookie } from '~/auth/receipt-cookie.server'
import { normalReference } from '~/auth/receipt-code.server'
import { refusable } from '~/auth/refusals.server'
import { getUserId } from '~/auth/session.server'
import { OpenForm } from '~/components/tracking/open-form'
import { RequestPage } from '~/components/tracking/request-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button } from '~/components/ui/button'
import { readAs } from '~/db/db.server'
import { findTrackedRequest } from '~/domain/tracking/tracking.server'
import { localeOf } from '~/i18n/i18n.server'
import { openWith } from './track.open.server'

export const handle = { title: 'track:titles.track', scripts: false } satisfies PageHandle

/** The request of whoever holds a living receipt; the form that opens one for everybody else. */
export async function loader({ request }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url)
	const language = await localeOf(request)
	const holder = await findReceiptHolder(request)
	const tracked = holder && (await refusable(() => readAs(holder, (db) => findTrackedRequest(db, language))))
	const { userId, headers } = await getUserId(request)
	if (holder && !tracked) headers.append('Set-Cookie', await forgetReceipt())
	const said = searchParams.get('done') === 'closed' ? 'closed' : holder && !tracked ? 'over' : null
	const reference = normalReference(searchParams.get('reference') ?? '') ?? ''
	const form = { reference, said } as const
	return data({ tracked, mayKeep: userId !== null && tracked?.inAccount === false, form }, { headers })
}

export async function action({ request }: ActionFunctionArgs) {
	const opened = await openWith(await request.formData())
	if ('reply' in opened) return data(opened.reply, { status: opened.status })
	return redirect('/track', { status: 303, headers: { 'Set-Cookie': await receiptCookie(opened.session) } })
}

export default function Track() {
	const { t } = useTranslation('track')
	const { tracked, mayKeep, form } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	if (!tracked || reply) return <OpenForm {...form} reply={reply} />
	return (
		<>
			<RequestPage tracked={tracked} />
			{mayKeep ? (
				<Form method="post" action="/track/keep" reloadDocument className="mb-8">
					<h2 className="text-lead font-bold">{t('request.account.title')}</h2>
					<p className="mb-3">{t('request.account.text')}</p>
					<Button>{t('request.account.button')}</Button>
				</Form>
			) : null}
			<Form method="post" action="/track/close" reloadDocument data-forget="">
				<h2 className="text-lead font-bold">{t('request.shared')}</h2>
				<p className="mb-3">{t('request.sharedText')}</p>
				<Button>{t('request.close')}</Button>
			</Form>
		</>
	)
}
