import { data, redirect } from '@remix-run/node'
import type * as z from 'zod/mini'
import { joinDraft } from '~/auth/join-cookies.server'
import { refusable } from '~/auth/refusals.server'
import { asVisitor, readAsVisitor, type Db } from '~/db/db.server'
import {
	joinDetour,
	joinPath,
	shownDraft,
	stepsOf,
	type JoinAnswerStep,
	type JoinDraft,
	type JoinStep,
} from '~/domain/members/joining'
import { readJoinDraft, saveJoinStep } from '~/domain/members/joining.server'
import { localeOf } from '~/i18n/i18n.server'
import type { Locale } from '~/i18n/resources'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'
import { Refused } from './filing-steps.server'

/** What every page of joining starts from. */
export type Opened = { draftId: string; draft: JoinDraft; language: Locale }

const seeOther = (path: string, headers?: HeadersInit) =>
	redirect(path, headers ? { status: 303, headers } : { status: 303 })

/** The application that whoever calls is writing; sends people where they have to be first. */
export async function openJoining(request: Request, step: JoinStep): Promise<Opened> {
	const [language, draftId] = await Promise.all([localeOf(request), joinDraft.find(request)])
	const kept = draftId ? await readAsVisitor((db) => readJoinDraft(db, draftId)) : null
	if (!draftId || !kept) throw seeOther('/union/join?lost=1')
	if (kept.sent) throw seeOther('/union/join/receipt')
	const elsewhere = joinDetour(kept.answers, step)
	if (elsewhere) throw seeOther(joinPath(elsewhere))
	return { draftId, draft: kept.answers, language }
}

/** A page's data: what it shows, read in one transaction, and what has been answered before, without the hash of an ID number. */
export async function showJoining<T extends object>(
	request: Request,
	step: JoinStep,
	look: (db: Db, opened: Opened) => Promise<T> | T,
) {
	const opened = await openJoining(request, step)
	const shown = await readAsVisitor(async (db) => look(db, opened))
	// The cookie's seven days begin anew with each page.
	return data(
		{ ...shown, draft: shownDraft(opened.draft) },
		{ headers: { 'Set-Cookie': await joinDraft.keep(opened.draftId) } },
	)
}

type Keeping<S extends z.ZodMiniObject, N extends JoinAnswerStep> = {
	schema: S
	/** What goes into the draft. May look things up, and throw Refused. */
	keep: (db: Db, answers: z.output<S>, opened: Opened) => Promise<JoinDraft[N]> | JoinDraft[N]
}

/** Checks a posted page, keeps it and leads on; back to the overview when the person came from there and nothing else is open. */
export async function takeJoining<S extends z.ZodMiniObject, N extends JoinAnswerStep>(
	request: Request,
	step: N,
	{ schema, keep }: Keeping<S, N>,
) {
	const opened = await openJoining(request, step)
	const form = await request.formData()
	const parsed = parseForm(form, schema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	let draft = opened.draft
	try {
		draft = await refusable(() =>
			asVisitor(async (db) => {
				const answers = await keep(db, parsed.data, opened)
				await saveJoinStep(db, opened.draftId, step, answers)
				return { ...opened.draft, [step]: answers }
			}),
		)
	} catch (error) {
		if (!(error instanceof Refused)) throw error
		return data({ values: formValues(form, schema), errors: error.errors } satisfies FormReply, { status: 422 })
	}
	const steps = stepsOf(draft)
	const cameFromCheck = new URL(request.url).searchParams.get('from') === 'check'
	const next = cameFromCheck ? 'check' : (steps[steps.indexOf(step) + 1] ?? 'check')
	return seeOther(joinPath(next), { 'Set-Cookie': await joinDraft.keep(opened.draftId) })
}
