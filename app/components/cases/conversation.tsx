import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FileField } from '~/components/files/file-field'
import { FileList } from '~/components/files/file-list'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextArea } from '~/components/form/text-area'
import { useZodForm } from '~/components/form/use-zod-form'
import { Card } from '~/components/ui/card'
import { EmptyState } from '~/components/ui/empty-state'
import { TimeText } from '~/components/ui/time-text'
import type { SentFile, WithRefused } from '~/domain/attachments/attachment'
import { MESSAGE_MAX, MessageForm, NoteForm } from '~/domain/messages/message.schema'
import type { Message, Note } from '~/domain/messages/messages.server'
import type { FormReply } from '~/lib/form-data'

type MessagesProps = {
	messages: Message[]
	more: boolean
	/** Key of the next message; null when the case takes no more. */ messageId: string | null
	reply: WithRefused | undefined
}

/** What worker and organisation wrote to each other, newest last, and the next word. Posts `intent=message`. */
export function MessagesCard({ messages, more, messageId, reply }: MessagesProps) {
	const { t } = useTranslation('desk')
	return (
		<div id="messages">
			<Card title={t('conversation.title')}>
				{more ? <p className="mb-3 text-muted">{t('conversation.earlier')}</p> : null}
				{messages.length === 0 ? (
					<EmptyState title={t('conversation.empty')}>{messageId ? t('conversation.emptyHint') : null}</EmptyState>
				) : (
					<ol className="mb-5 space-y-3">
						{messages.map(({ id, author, authorName, body, at, files }) => (
							<Said key={id} who={who(author, authorName)} at={at} mine={author === 'staff'} files={files}>
								{body}
							</Said>
						))}
					</ol>
				)}
				{messageId ? <WriteMessage messageId={messageId} reply={reply} /> : null}
			</Card>
		</div>
	)
	function who(author: Message['author'], name: string | null) {
		if (author === 'worker') return t('conversation.worker')
		return name ? t('conversation.staffNamed', { name }) : t('conversation.staff')
	}
}

type SaidProps = { who: ReactNode; at: string; mine: boolean; files: SentFile[]; children: ReactNode }

function Said({ who, at, mine, files, children }: SaidProps) {
	const { t } = useTranslation('files')
	return (
		<li
			className={`rounded-card border px-4 py-3 ${mine ? 'border-accent bg-accent-soft sm:ml-10' : 'border-line bg-paper sm:mr-10'}`}
		>
			<p className="text-small">
				<b>{who}</b> <span className="text-muted">· {<TimeText at={at} />}</span>
			</p>
			<p className="mt-1 whitespace-pre-line">{children}</p>
			<FileList files={files} label={t('withMessage')} />
		</li>
	)
}

function WriteMessage({ messageId, reply }: { messageId: string; reply: WithRefused | undefined }) {
	const { t } = useTranslation('desk')
	const { field, formProps, problems } = useZodForm(MessageForm, { defaultValues: { messageId }, reply })
	return (
		<Form {...formProps} encType="multipart/form-data">
			<ErrorSummary problems={problems} />
			<input type="hidden" name="intent" value="message" />
			<input type="hidden" name="messageId" value={reply?.values.messageId ?? messageId} />
			<TextArea
				{...field('message')}
				label={t('conversation.write')}
				hint={t('conversation.hint')}
				rows={4}
				limit={MESSAGE_MAX}
			/>
			<FileField reply={reply} />
			<SubmitButton>{t('conversation.send')}</SubmitButton>
		</Form>
	)
}

type NotesProps = { notes: Note[]; noteId: string | null; reply: FormReply | undefined }

/** Among colleagues: looks different from the conversation, so that nobody writes into the wrong box. Posts `intent=note`. */
export function NotesCard({ notes, noteId, reply }: NotesProps) {
	const { t } = useTranslation('desk')
	return (
		<section
			id="notes"
			aria-labelledby="notes-title"
			className="mb-5 rounded-card border-2 border-dashed border-wait bg-wait-soft p-4 sm:p-5"
		>
			<h2 id="notes-title" className="text-lead font-bold">
				{t('notes.title')}
			</h2>
			<p className="mb-3 font-bold text-wait">{t('notes.lead')}</p>
			{notes.length === 0 ? <p className="mb-4">{t('notes.empty')}</p> : null}
			<ol className="mb-4 space-y-3">
				{notes.map(({ id, authorName, body, at }) => (
					<li key={id} className="border-l-4 border-wait pl-3">
						<p className="text-small">
							<b>{authorName ?? t('notes.someone')}</b> · <TimeText at={at} />
						</p>
						<p className="whitespace-pre-line">{body}</p>
					</li>
				))}
			</ol>
			{noteId ? <WriteNote noteId={noteId} reply={reply} /> : null}
		</section>
	)
}

function WriteNote({ noteId, reply }: { noteId: string; reply: FormReply | undefined }) {
	const { t } = useTranslation('desk')
	const { field, formProps, problems } = useZodForm(NoteForm, { defaultValues: { noteId }, reply })
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<input type="hidden" name="intent" value="note" />
			<input type="hidden" name="noteId" value={reply?.values.noteId ?? noteId} />
			<TextArea {...field('note')} label={t('notes.write')} rows={3} limit={MESSAGE_MAX} />
			<SubmitButton tone="quiet">{t('notes.send')}</SubmitButton>
		</Form>
	)
}
