import { asUser, type Db, type User } from '~/db/db.server'
import type { WithRefused } from '~/domain/attachments/attachment'
import { MessageForm } from '~/domain/messages/message.schema'
import { writeToWorker } from '~/domain/messages/messages.server'
import { keepForMessage, parseSent, unstored, type Sent } from './uploads.server'

/** A message to the worker with its files, all or nothing. Null once it is sent; else what the page says, with everything typed. */
export async function sendMessage(
	user: User,
	caseId: string,
	sent: Sent,
): Promise<{ reply: WithRefused; status: 422 | 503 } | null> {
	const parsed = parseSent(sent, MessageForm)
	if (!parsed.ok) return { reply: parsed.reply, status: 422 }
	const run = <T>(work: (db: Db) => Promise<T>) => asUser(user, work)
	const { messageId } = parsed.data
	const ids = await keepForMessage({ run, writer: user.sub, caseId, messageId, files: sent.files })
	if (!ids) return { reply: unstored(sent, MessageForm), status: 503 }
	await run((db) => writeToWorker(db, caseId, parsed.data, ids))
	return null
}
