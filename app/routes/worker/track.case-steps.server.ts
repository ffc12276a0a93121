import { data, redirect } from '@remix-run/node'
import type * as z from 'zod/mini'
import { afterwards } from '~/components/tracking/done-notice'
import { asReceipt, type Db } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import type { WithRefused } from '~/domain/attachments/attachment'
import { ConfirmSchema, DisputeSchema } from '~/domain/outcomes/answer.schema'
import { confirmOutcome, disputeOutcome } from '~/domain/outcomes/answer.server'
import { MessageSchema } from '~/domain/tracking/message.schema'
import { reopenCase, writeToHolder } from '~/domain/tracking/steps.server'
import { AppError } from '~/lib/errors'
import { formValues } from '~/lib/form-data'
import { keepForMessage, parseSent, unstored, type Sent } from '../uploads.server'

export type StepName = 'write' | 'confirm' | 'dispute'
/** Which of the page's forms was refused, and why. */
export type StepReply = WithRefused & { step: StepName }
type Holder = Parameters<typeof asReceipt>[0]

/**
 * One form of the case page; `work` answers null when its files could not be stored. What the case has left behind in the
 * meantime comes back with the text kept, and with a new id: the old one may be that of another message.
 */
async function take<S extends z.ZodMiniObject>(
	step: StepName,
	sent: Sent,
	schema: S,
	field: keyof z.output<S> & string,
	leadsTo: string,
	work: (answers: z.output<S>) => Promise<unknown>,
) {
	const parsed = parseSent(sent, schema)
	if (!parsed.ok) return data<StepReply>({ ...parsed.reply, step }, { status: 422 })
	try {
		if ((await work(parsed.data)) === null) return data<StepReply>({ ...unstored(sent, schema), step }, { status: 503 })
	} catch (error) {
		if (toAppError(error)?.code !== 'conflict') throw error
		const { messageId: _, ...values } = formValues(sent.form, schema)
		return data<StepReply>({ values, errors: { [field]: 'track:errors.changed' }, step }, { status: 409 })
	}
	throw redirect(leadsTo, 303)
}

/** Whatever the case page posts. Done means a redirect, which is thrown. */
export async function takeStep(holder: Holder, caseId: string, sent: Sent) {
	const run = <T>(work: (db: Db) => Promise<T>) => asReceipt(holder, work)
	const path = `/track/cases/${caseId}`
	switch (sent.form.get('step')) {
		case 'write':
			return take('write', sent, MessageSchema, 'body', `${afterwards(path, 'wrote')}#messages`, async (message) => {
				const writer = holder.receipt_session
				const files = await keepForMessage({ run, writer, caseId, messageId: message.messageId, files: sent.files })
				if (files) await run((db) => writeToHolder(db, caseId, message, files))
				return files
			})
		case 'confirm':
			return take('confirm', sent, ConfirmSchema, 'rating', afterwards(path, 'confirmed'), (answer) =>
				run((db) => confirmOutcome(db, caseId, answer)),
			)
		case 'dispute':
			return take('dispute', sent, DisputeSchema, 'reason', afterwards(path, 'disputed'), (answer) =>
				run((db) => disputeOutcome(db, caseId, answer)),
			)
		case 'reopen':
			await run((db) => reopenCase(db, caseId))
			throw redirect(afterwards(path, 'reopened'), 303)
		default:
			throw new AppError('invalid')
	}
}
