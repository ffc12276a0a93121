import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { applicationSession, findApplicant } from '~/auth/join-cookies.server'
import { normalCode, normalReference, receiptHash } from '~/auth/receipt-code.server'
import { refusable } from '~/auth/refusals.server'
import { ApplicationPage } from '~/components/join/application-page'
import { OpenApplication } from '~/components/join/open-application'
import type { PageHandle } from '~/components/layout/page-handle'
import { asVisitor, readAs } from '~/db/db.server'
import { OpenApplicationSchema } from '~/domain/members/joining.schema'
import { findOwnApplication, openApplication } from '~/domain/members/own-application.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

export const handle = { title: 'join:status.metaTitle', scripts: false } satisfies PageHandle

/** The application of whoever has opened one; the form that opens it for everybody else. */
export async function loader({ request }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url)
	const [applicant, language] = await Promise.all([findApplicant(request), localeOf(request)])
	const own = applicant && (await refusable(() => readAs(applicant, (db) => findOwnApplication(db, language))))
	const headers = new Headers()
	if (applicant && !own) headers.append('Set-Cookie', await applicationSession.forget())
	const said = searchParams.get('done') === 'closed' ? 'closed' : applicant && !own ? 'over' : null
	const reference = normalReference(searchParams.get('reference') ?? '', 'M') ?? ''
	return data({ own, form: { reference, said }, withdrawn: searchParams.get('done') === 'withdrawn' } as const, {
		headers,
	})
}

/** One answer for a wrong code and for a reference that is not there. */
export async function action({ request }: ActionFunctionArgs) {
	const formData = await request.formData()
	const parsed = parseForm(formData, OpenApplicationSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const refuse = (errors: FormReply['errors'], status: number) =>
		data({ values: formValues(formData, OpenApplicationSchema), errors }, { status })
	const reference = normalReference(parsed.data.reference, 'M')
	if (!reference) return refuse({ reference: 'join:errors.referenceShape' }, 422)
	if (normalCode(parsed.data.code).length !== 12) return refuse({ code: 'join:errors.codeShape' }, 422)

	const hash = receiptHash(parsed.data.code)
	const opened = await asVisitor((db) => openApplication(db, reference, hash))
	if (opened.applicationSession === null) {
		return opened.outcome === 'throttled'
			? refuse({ code: 'join:errors.throttled' }, 429)
			: refuse({ code: 'join:errors.wrongPair' }, 422)
	}
	const kept = await applicationSession.keep(opened.applicationSession)
	return redirect('/union/join/status', { status: 303, headers: { 'Set-Cookie': kept } })
}

export default function JoinStatus() {
	const { own, form, withdrawn } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	return !own || reply ? (
		<OpenApplication {...form} reply={reply} />
	) : (
		<ApplicationPage own={own} justWithdrawn={withdrawn} />
	)
}
