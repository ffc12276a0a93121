import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { applicationSession, joinDraft } from '~/auth/join-cookies.server'
import { receiptCodeOf, receiptHash } from '~/auth/receipt-code.server'
import { refusable } from '~/auth/refusals.server'
import { getUserId } from '~/auth/session.server'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { JoinFrame } from '~/components/join/join-frame'
import { JoiningList } from '~/components/join/joining-list'
import { WishFields } from '~/components/join/wish-fields'
import type { PageHandle } from '~/components/layout/page-handle'
import { Card } from '~/components/ui/card'
import { PageTitle } from '~/components/ui/page-title'
import { asUser, asVisitor, readAsVisitor } from '~/db/db.server'
import { completeJoining, firstOpen, joinPath } from '~/domain/members/joining'
import { WishSchema } from '~/domain/members/joining.schema'
import { offeredUnions, readJoinDraft, submitApplication } from '~/domain/members/joining.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'
import { joiningNames } from './joining-names.server'
import { showJoining } from './joining.server'

export const handle = { title: 'join:check.title' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	showJoining(request, 'check', async (db, { draft, language }) => ({ names: await joiningNames(db, language, draft) }))

/** Applies, once however often it is sent; somebody signed in finds it in the account. */
export async function action({ request }: ActionFunctionArgs) {
	const [language, draftId] = await Promise.all([localeOf(request), joinDraft.find(request)])
	const kept = draftId ? await readAsVisitor((db) => readJoinDraft(db, draftId)) : null
	if (!draftId || !kept) return redirect('/union/join?lost=1', 303)
	if (kept.sent) return redirect('/union/join/receipt', 303)
	const parsed = parseForm(await request.formData(), WishSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const complete = completeJoining(kept.answers, language)
	if (!complete) return redirect(joinPath(firstOpen(kept.answers)), 303)
	// a union that meanwhile takes nobody of this place in is asked for again
	const offered = await readAsVisitor((db) => offeredUnions(db, language, kept.answers))
	if (!offered.some(({ id }) => id === complete.union)) return redirect(joinPath('union'), 303)

	const { userId, headers } = await getUserId(request)
	const input = { id: draftId, codeHash: receiptHash(receiptCodeOf(draftId)), ...complete }
	const applied = await refusable(
		() =>
			userId
				? asUser({ role: 'authenticated', sub: userId }, (db) => submitApplication(db, input))
				: asVisitor((db) => submitApplication(db, input)),
		headers,
	)
	headers.append('Set-Cookie', await applicationSession.keep(applied.applicationSession))
	return redirect('/union/join/receipt', { status: 303, headers })
}

export default function JoinCheckPage() {
	const { t } = useTranslation('join')
	const { draft, names } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(WishSchema, { reply: useActionData<typeof action>() })
	return (
		<JoinFrame step="check" draft={draft}>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<PageTitle>{t('check.title')}</PageTitle>
				<Card>
					<JoiningList draft={draft} names={names} />
				</Card>
				<WishFields field={field} union={names.union} />
				<SubmitButton>{t('check.send')}</SubmitButton>
			</Form>
		</JoinFrame>
	)
}
