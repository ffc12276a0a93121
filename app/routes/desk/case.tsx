import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { signedIn } from '~/auth/signed-in.server'
import { CaseBody } from '~/components/desk/case-body'
import { CaseHead } from '~/components/desk/case-head'
import { DoneNotice } from '~/components/desk/done-notice'
import { OfferAnswer } from '~/components/desk/offer-answer'
import type { PageHandle } from '~/components/layout/page-handle'
import { asUser, readAs } from '~/db/db.server'
import { getDeskCase } from '~/domain/cases/cases.server'
import { readTimeline } from '~/domain/cases/timeline.server'
import { NoteForm } from '~/domain/messages/message.schema'
import { readConversation, writeNote } from '~/domain/messages/messages.server'
import { acceptReferral } from '~/domain/referrals/referrals.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'
import { openPrivate } from '../open-private.server'
import { sendMessage } from '../send-message.server'
import { readUploads } from '../uploads.server'

export const handle = { title: 'desk:case.title' } satisfies PageHandle
/** Whatever this page answers may hold a story: no cache keeps it. */
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** Three statements that leave together. Story and contact are in none of them. */
export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [one, conversation, events] = await Promise.all([
				getDeskCase(db, language, caseId),
				readConversation(db, caseId),
				readTimeline(db, language, caseId),
			])
			return { ...one, ...conversation, events, messageId: randomUUID(), noteId: randomUUID() }
		}),
	)
}

/**
 * `intent` says which form. Opening story and contact is a POST, so that no prefetch and no reload can look. Who it is
 * stands first and is asked once: a message with files may be long on its way.
 */
export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const back = (done: string, to = '') => redirect(`/desk/cases/${caseId}?done=${done}${to}`, 303)
	const answer = await signedIn(request, async (user) => {
		const sent = await readUploads(request)
		const { form } = sent
		const intent = form.get('intent')
		if (intent === 'message') {
			const kept = await sendMessage(user, caseId, sent)
			if (kept) return kept
			throw back('sent', '#messages')
		}
		if (intent === 'note') {
			const parsed = parseForm(form, NoteForm)
			if (!parsed.ok) return { reply: parsed.reply, status: 422 }
			await asUser(user, (db) => writeNote(db, caseId, parsed.data))
			throw back('noted', '#notes')
		}
		if (intent === 'accept') {
			await asUser(user, (db) => acceptReferral(db, String(form.get('referralId'))))
			throw back('accepted')
		}
		return { opened: await asUser(user, (db) => openPrivate(db, caseId, form.getAll('open'))), status: 200 }
	})
	return data(answer.data, { ...answer.init, status: answer.data.status })
}

export default function CasePage() {
	const one = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const [search] = useSearchParams()
	const { referral } = one
	return (
		<>
			{answer ? null : <DoneNotice done={search.get('done')} />}
			<CaseHead one={one} />
			{one.state === 'offering' && referral?.state === 'offered' ? (
				<OfferAnswer caseId={one.id} referral={referral} mayAnswer={one.roles.includes('caseworker')} />
			) : (
				<CaseBody
					one={one}
					opened={answer && 'opened' in answer ? answer.opened : undefined}
					reply={answer && 'reply' in answer ? answer.reply : undefined}
				/>
			)}
		</>
	)
}
