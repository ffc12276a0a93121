import type { Db } from '~/db/db.server'
import type { Draft } from './filing'
import type { AnswerStep } from './steps'

/** `reference`: of the request it became, once it is sent; its answers are gone then. */
export type KeptDraft = { answers: Draft; sent: boolean; reference: string | null }

/** Null for a draft that nobody began, or that is over. */
export async function readDraft(db: Db, id: string): Promise<KeptDraft | null> {
	const [draft] = await db<KeptDraft[]>`select answers, sent, reference from private.read_draft(${id})`
	return draft ?? null
}

/** Puts one step's answers in the place of its earlier ones. GONE0 once the draft has been sent. */
export async function saveStep<S extends AnswerStep>(db: Db, id: string, step: S, answers: Draft[S]): Promise<void> {
	await db`select private.save_draft(${id}, ${db.json({ [step]: answers })})`
}

/** Forgets what was typed. What has been sent stays. */
export async function forgetDraft(db: Db, id: string): Promise<void> {
	await db`select private.forget_draft(${id})`
}
