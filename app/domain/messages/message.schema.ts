import * as z from 'zod/mini'
import { requiredText } from '~/lib/zod-fields'

/** For both sides, and for notes: the database's check says the same. */
export const MESSAGE_MAX = 4000

/** To the worker. The id is made with the page, so that what is sent twice stands once. */
export const MessageForm = z.object({
	messageId: z.uuid('common:errors.invalid'),
	message: requiredText(MESSAGE_MAX, 'desk:errors.messageMissing', 'desk:errors.messageLong'),
})

/** Among colleagues. The worker never sees it. */
export const NoteForm = z.object({
	noteId: z.uuid('common:errors.invalid'),
	note: requiredText(MESSAGE_MAX, 'desk:errors.noteMissing', 'desk:errors.noteLong'),
})
