import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { isWaiting, Progress } from '~/components/operator/publication-list'
import { RepublishForm } from '~/components/operator/republish-form'
import { asUser, readAs } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { RepublishSchema } from '~/domain/figures/republish.schema'
import { findPublication, requestRepublication } from '~/domain/figures/republish.server'
import { requireAdministrator } from '~/domain/organisations/staff.server'
import { localeOf } from '~/i18n/i18n.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'
import { formatMonth } from '~/lib/format'

export const handle = { title: 'republish:againTitle' } satisfies PageHandle
const LIST = '/operator/figures'

/** The first day of a month written as `2026-09`. */
function firstDayOf(month: string): string {
	if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new AppError('notFound')
	return `${month}-01`
}

export async function loader({ request, params: { month = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			await requireAdministrator(db)
			return { republicationId: randomUUID(), ...(await findPublication(db, language, firstDayOf(month))) }
		}),
	)
}

export async function action({ request, params: { month = '' } }: ActionFunctionArgs) {
	const form = await signedInForm(request)
	const parsed = parseForm(form, RepublishSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const answer = await signedIn(request, async (user): Promise<FormReply> => {
		try {
			await asUser(user, (db) => requestRepublication(db, firstDayOf(month), parsed.data))
		} catch (error) {
			if (toAppError(error)?.code !== 'conflict') throw error
			return { values: formValues(form, RepublishSchema), errors: { root: 'republish:errors.waits' } }
		}
		throw redirect(`${LIST}?done=asked`, 303)
	})
	return data(answer.data, { ...answer.init, status: 422 })
}

export default function Again() {
	const { t, i18n } = useTranslation('republish')
	const publication = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	const month = formatMonth(publication.month, i18n.language as Locale)
	return (
		<StepPage back={LIST} category={t('title')} title={t('againOf', { month })}>
			<Progress {...publication} />
			{isWaiting(publication) && !reply ? (
				<p>{t('waitFirst')}</p>
			) : (
				<RepublishForm republicationId={publication.republicationId} reply={reply} />
			)}
		</StepPage>
	)
}
