import type * as z from 'zod/mini'
import type { Db } from '~/db/db.server'
import type { SentFile } from '~/domain/attachments/attachment'
import { filesOf } from '~/domain/attachments/attachments.server'
import type { OutcomeAnswer, OutcomeCode } from '~/domain/outcomes/outcome-code'
import type { MessageForm, NoteForm } from './message.schema'

export type Message = {
	id: string
	author: 'worker' | 'staff'
	authorName: string | null
	body: string
	at: string
	files: SentFile[]
}
export type Note = { id: string; authorName: string | null; body: string; at: string }
export type Outcome = {
	id: string
	code: OutcomeCode
	note: string
	attempts: number | null
	moneyRecoveredFen: number | null
	billPaidFen: number | null
	nightsHoused: number | null
	proposedAt: string
	answer: OutcomeAnswer | null
	answeredAt: string | null
	rating: number | null
	comment: string | null
}
/** Newest last; of each the latest, and whether there is more before. */
export type Conversation = { messages: Message[]; moreMessages: boolean; notes: Note[]; outcomes: Outcome[] }
const MOST = 100

/** All that was said in a case, as far as row level security lets the caller read it: in one statement, empty for managers. */
export async function readConversation(db: Db, caseId: string): Promise<Conversation> {
	const [row] = await db<Omit<Conversation, 'moreMessages'>[]>`
		select coalesce((select jsonb_agg(to_jsonb(m)) from (select m.id, m.author, m.body, m.at, ${filesOf(db, db`f.message_id = m.id`)} as files,
				(select p.name from app.people p where p.user_id = m.author_id) as "authorName"
				from app.messages m where m.case_id = ${caseId} order by m.at desc, m.id desc limit ${MOST + 1}) m), '[]') as messages,
			coalesce((select jsonb_agg(to_jsonb(n)) from (select n.id, n.body, n.at,
				(select p.name from app.people p where p.user_id = n.author_id) as "authorName"
				from app.internal_notes n where n.case_id = ${caseId} order by n.at desc, n.id desc limit ${MOST}) n), '[]') as notes,
			coalesce((select jsonb_agg(to_jsonb(o)) from (select o.id, o.code, o.note, o.attempts, o.answer, o.rating, o.comment,
				o.money_recovered_fen as "moneyRecoveredFen", o.bill_paid_fen as "billPaidFen", o.nights_housed as "nightsHoused",
				o.proposed_at as "proposedAt", o.answered_at as "answeredAt"
				from app.outcomes o where o.case_id = ${caseId} order by o.proposed_at desc limit 20) o), '[]') as outcomes`
	const { messages, notes, outcomes } = row!
	return {
		messages: messages.slice(0, MOST).reverse(),
		moreMessages: messages.length > MOST,
		notes: [...notes].reverse(),
		outcomes: [...outcomes].reverse(),
	}
}

/** The worker is told by mail that there is news, and reads it here. The first word begins the service. */
export async function writeToWorker(
	db: Db,
	caseId: string,
	{ messageId, message }: z.output<typeof MessageForm>,
	files: string[] = [],
) {
	await db`select private.write_to_worker(${messageId}, ${caseId}, ${message}, ${files}::uuid[])`
}

/** For colleagues alone: nobody is told by mail, and the worker never reads it. */
export async function writeNote(db: Db, caseId: string, { noteId, note }: z.output<typeof NoteForm>) {
	await db`select private.write_note(${noteId}, ${caseId}, ${note})`
}
