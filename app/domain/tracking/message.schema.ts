import * as z from 'zod/mini'
import { MESSAGE_MAX } from '~/domain/messages/message.schema'
import { requiredText } from '~/lib/zod-fields'

/** `messageId` was made with the page, so that a message sent twice stands once. */
export const MessageSchema = z.object({
	messageId: z.uuid('common:errors.invalid'),
	body: requiredText(MESSAGE_MAX, 'track:errors.messageMissing', 'track:errors.messageLong'),
})
