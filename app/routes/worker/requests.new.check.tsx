import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findDraftId } from '~/auth/draft-cookie.server'
import { receiptCodeOf, receiptHash } from '~/auth/receipt-code.server'
import { receiptCookie } from '~/auth/receipt-cookie.server'
import { refusable } from '~/auth/refusals.server'
import { getUserId } from '~/auth/session.server'
import { AnswersList } from '~/components/filing/answers-list'
import { StepFrame } from '~/components/filing/step-frame'
import { SubmitButton } from '~/components/form/submit-button'
import type { PageHandle } from '~/components/layout/page-handle'
import { Card } from '~/components/ui/card'
import { PageTitle } from '~/components/ui/page-title'
import { asUser, asVisitor, readAsVisitor } from '~/db/db.server'
import { draftFiles } from '~/domain/attachments/attachments.server'
import { readDraft } from '~/domain/requests/drafts.server'
import { completeFiling, firstUnanswered, type Filing } from '~/domain/requests/filing'
import { stepPath } from '~/domain/requests/steps'
import { openRequest } from '~/domain/requests/requests.server'
import { localeOf } from '~/i18n/i18n.server'
import { draftNames } from './filing-names.server'
import { showStep } from './filing-steps.server'

export const handle = { title: 'filing:check.title' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	showStep(request, 'check', async (db, { draftId, draft, language }) => ({
		names: await draftNames(db, language, draft),
		files: await draftFiles(db, draftId),
	}))

/** Files the request, once however often it is sent; somebody signed in finds it in the account. */
export async function action({ request }: ActionFunctionArgs) {
	const [language, draftId] = await Promise.all([localeOf(request), findDraftId(request)])
	const kept = draftId ? await readAsVisitor((db) => readDraft(db, draftId)) : null
	if (!draftId || !kept) return redirect(`${stepPath('story')}?lost=1`, 303)
	if (kept.sent) return redirect('/receipt', 303)
	const filing: Filing | null = completeFiling(kept.answers, language)
	if (!filing) return redirect(stepPath(firstUnanswered(kept.answers, language)), 303)

	const { userId, headers } = await getUserId(request)
	const input = { draftId, receiptHash: receiptHash(receiptCodeOf(draftId)), language, filing }
	const { receiptSession } = await refusable(
		() =>
			userId
				? asUser({ role: 'authenticated', sub: userId }, (db) => openRequest(db, input))
				: asVisitor((db) => openRequest(db, input)),
		headers,
	)
	headers.append('Set-Cookie', await receiptCookie(receiptSession))
	return redirect('/receipt', { status: 303, headers })
}

export default function CheckPage() {
	const { t } = useTranslation('filing')
	const { draft, names, files } = useLoaderData<typeof loader>()
	return (
		<StepFrame step="check">
			<PageTitle>{t('check.title')}</PageTitle>
			<Card>
				<AnswersList draft={draft} names={names} files={files.map(({ name }) => name)} />
			</Card>
			<p className="mb-4">{t('check.next')}</p>
			<Form method="post" reloadDocument>
				<SubmitButton>{t('check.send')}</SubmitButton>
			</Form>
		</StepFrame>
	)
}
