import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileField } from '~/components/files/file-field'
import { FileList } from '~/components/files/file-list'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextArea } from '~/components/form/text-area'
import { useZodForm } from '~/components/form/use-zod-form'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { WithRefused } from '~/domain/attachments/attachment'
import { MESSAGE_MAX } from '~/domain/messages/message.schema'
import { MessageSchema } from '~/domain/tracking/message.schema'
import type { Message } from '~/domain/tracking/tracked'

/** Both sides, oldest first; whose word it is stands in words, not in a colour. */
export function Conversation({ messages, earlier }: { messages: Message[]; earlier: string[] | null }) {
	const { t } = useTranslation(['track', 'files'])
	if (messages.length === 0) return <p className="mb-4 text-muted">{t('case.noMessages')}</p>
	return (
		<>
			{earlier ? (
				<TextLink to={`?${new URLSearchParams(earlier.map((part) => ['before', part]))}`} tall>
					{t('case.earlier')}
				</TextLink>
			) : null}
			<ol className="mb-5 space-y-3">
				{messages.map(({ id, author, organisation, body, at, files }) => (
					<li
						key={id}
						className={`max-w-[92%] rounded-card border px-4 py-3 ${
							author === 'worker' ? 'ml-auto border-accent bg-accent-soft' : 'border-line bg-card'
						}`}
					>
						<p className="text-small text-muted">
							<strong className="text-ink">{author === 'worker' ? t('case.you') : organisation}</strong>{' '}
							<TimeText at={at} relative={false} />
						</p>
						<p className="whitespace-pre-line">{body}</p>
						<FileList files={files} label={t('files:withMessage')} />
					</li>
				))}
			</ol>
		</>
	)
}

type WriteProps = { messageId: string; to: string; reply: WithRefused | undefined }

export function WriteForm({ messageId, to, reply }: WriteProps) {
	const { t } = useTranslation(['track', 'common'])
	const { field, formProps, problems } = useZodForm(MessageSchema, { reply })
	return (
		<Form {...formProps} action="#messages" encType="multipart/form-data">
			<ErrorSummary problems={problems} />
			<input type="hidden" name="messageId" value={reply?.values.messageId ?? messageId} />
			<TextArea
				{...field('body')}
				label={t('track:case.write', { organisation: to })}
				hint={t('track:case.writeHint', { organisation: to })}
				rows={4}
				limit={MESSAGE_MAX}
			/>
			<FileField reply={reply} />
			<SubmitButton tone="quiet" name="step" value="write">
				{t('common:actions.send')}
			</SubmitButton>
		</Form>
	)
}
