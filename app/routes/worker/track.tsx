import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findReceiptHolder, forgetReceipt, receiptCookie } from '~/auth/receipt-cookie.server'
import { normalCode, normalReference, receiptHash } from '~/auth/receipt-code.server'
import { refusable } from '~/auth/refusals.server'
import { getUserId } from '~/auth/session.server'
import { OpenForm } from '~/components/tracking/open-form'
import { RequestPage } from '~/components/tracking/request-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button } from '~/components/ui/button'
import { asVisitor, readAs } from '~/db/db.server'
import { OpenReceiptSchema } from '~/domain/tracking/open-receipt.schema'
import { openReceipt } from '~/domain/tracking/receipts.server'
import { findTrackedRequest } from '~/domain/tracking/tracking.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

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

/** One answer for a wrong code and for a reference that is not there. */
export async function action({ request }: ActionFunctionArgs) {
	const formData = await request.formData()
	const parsed = parseForm(formData, OpenReceiptSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const refuse = (errors: FormReply['errors'], status: number) =>
		data({ values: formValues(formData, OpenReceiptSchema), errors }, { status })
	const reference = normalReference(parsed.data.reference)
	if (!reference) return refuse({ reference: 'track:errors.referenceShape' }, 422)
	if (normalCode(parsed.data.code).length !== 12) return refuse({ code: 'track:errors.codeShape' }, 422)

	const hash = receiptHash(parsed.data.code)
	const opened = await asVisitor((db) => openReceipt(db, reference, hash))
	if (opened.receiptSession === null) {
		return opened.outcome === 'throttled'
			? refuse({ code: 'track:errors.throttled' }, 429)
			: refuse({ code: 'track:errors.wrongPair' }, 422)
	}
	return redirect('/track', { status: 303, headers: { 'Set-Cookie': await receiptCookie(opened.receiptSession) } })
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
				<Form method="post" action="/track/keep" reloadDocument className="mb-8 print:hidden">
					<h2 className="text-lead font-bold">{t('request.account.title')}</h2>
					<p className="mb-3">{t('request.account.text')}</p>
					<Button>{t('request.account.button')}</Button>
				</Form>
			) : null}
			<Form method="post" action="/track/close" reloadDocument data-forget="" className="print:hidden">
				<h2 className="text-lead font-bold">{t('request.shared')}</h2>
				<p className="mb-3">{t('request.sharedText')}</p>
				<Button>{t('request.close')}</Button>
			</Form>
		</>
	)
}
