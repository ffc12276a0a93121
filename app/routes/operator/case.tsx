import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { MessagesCard, NotesCard } from '~/components/cases/conversation'
import { PrivatePanel } from '~/components/cases/private-panel'
import { Timeline } from '~/components/cases/timeline'
import type { PageHandle } from '~/components/layout/page-handle'
import { StepDone } from '~/components/operator/step-done'
import { TraceCard } from '~/components/operator/trace-card'
import { TriageActions } from '~/components/operator/triage-actions'
import { TriageHead } from '~/components/operator/triage-head'
import { Card } from '~/components/ui/card'
import { asUser, readAs } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { readTimeline } from '~/domain/cases/timeline.server'
import { NoteForm } from '~/domain/messages/message.schema'
import { readConversation, writeNote } from '~/domain/messages/messages.server'
import { routeAgain } from '~/domain/triage/steps.server'
import { getTriageCase } from '~/domain/triage/triage.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'
import { openPrivate } from '../open-private.server'
import { sendMessage } from '../send-message.server'
import { readUploads } from '../uploads.server'
import { triageStep } from './step.server'

export const handle = { title: 'operator:titles.case' } satisfies PageHandle
/** Whatever this page answers may hold a story: no cache keeps it. */
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** Three statements that leave together. Story and contact are in none of them. */
export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [one, { messages, moreMessages, notes }, events] = await Promise.all([
				getTriageCase(db, language, caseId),
				readConversation(db, caseId),
				readTimeline(db, language, caseId),
			])
			return { ...one, messages, moreMessages, notes, events, messageId: randomUUID(), noteId: randomUUID() }
		}),
	)
}

/** `intent` says which form. Opening story and contact is a POST, so that no prefetch and no reload can look. */
export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const { data: begun, init } = await signedIn(request, async (user) => {
		const sent = await readUploads(request)
		if (sent.form.get('intent') !== 'message') return { form: sent.form }
		const back = (done: string) => redirect(`/operator/cases/${caseId}?done=${done}`, 303)
		const kept = await sendMessage(user, caseId, sent).catch((error: unknown) => {
			if (toAppError(error)?.code === 'conflict') throw back('already')
			throw error
		})
		if (kept) return kept
		throw back('sent#messages')
	})
	if ('reply' in begun) return data({ reply: begun.reply }, { ...init, status: begun.status })
	const { form } = begun
	const intent = form.get('intent')
	if (intent === 'note') {
		const parsed = parseForm(form, NoteForm)
		if (!parsed.ok) return data({ reply: parsed.reply }, { status: 422 })
		return triageStep(request, caseId, (db) => writeNote(db, caseId, parsed.data), { done: 'noted', hash: '#notes' })
	}
	if (intent === 'route') return triageStep(request, caseId, (db) => routeAgain(db, caseId), { done: 'routed' })
	return signedIn(request, (user) =>
		asUser(user, async (db) => ({ opened: await openPrivate(db, caseId, form.getAll('open')) })),
	)
}

export default function TriageCasePage() {
	const { t } = useTranslation('desk')
	const one = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const [search] = useSearchParams()
	const reply = answer && 'reply' in answer ? answer.reply : undefined
	const opened = answer && 'opened' in answer ? answer.opened : undefined
	return (
		<>
			{answer ? null : <StepDone done={search.get('done')} />}
			<TriageHead one={one} />
			<div className="lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-8">
				<div className="lg:order-2">{one.state === 'triage' ? <TriageActions caseId={one.id} /> : null}</div>
				<div>
					<PrivatePanel {...one} opened={opened} />
					<TraceCard asked={one.asked} routedAt={one.routedAt} />
					<MessagesCard
						messages={one.messages}
						more={one.moreMessages}
						messageId={one.state === 'closed' ? null : one.messageId}
						reply={reply?.values.intent === 'message' ? reply : undefined}
					/>
					<NotesCard
						notes={one.notes}
						noteId={one.state === 'closed' ? null : one.noteId}
						reply={reply?.values.intent === 'note' ? reply : undefined}
					/>
					<Card title={t('timeline.title')}>
						<Timeline events={one.events} />
					</Card>
				</div>
			</div>
		</>
	)
}
