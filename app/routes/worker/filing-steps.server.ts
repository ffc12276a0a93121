import { data, redirect } from '@remix-run/node'
import type * as z from 'zod/mini'
import { draftCookie, findDraftId, markOf, newDraftId } from '~/auth/draft-cookie.server'
import { refusable } from '~/auth/refusals.server'
import { asVisitor, readAsVisitor, type Db } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { readDraft, saveStep } from '~/domain/requests/drafts.server'
import { detour, type Draft } from '~/domain/requests/filing'
import { stepAfter, stepPath, withNeed, type AnswerStep, type Step } from '~/domain/requests/steps'
import { localeOf } from '~/i18n/i18n.server'
import type { Locale } from '~/i18n/resources'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

/** What every page of filing starts from. */
export type Opened = { draftId: string; draft: Draft; language: Locale }

const seeOther = (path: string, headers?: HeadersInit) =>
	redirect(path, headers ? { status: 303, headers } : { status: 303 })

/** Where a page leads whose request is sent: from a second window, or by going back. */
const SENT = '/receipt?already'

/** The draft of whoever calls; sends people where they have to be first. */
export async function openDraft(request: Request, step: Step): Promise<Opened> {
	const [language, draftId] = await Promise.all([localeOf(request), findDraftId(request)])
	const kept = draftId ? await readAsVisitor((db) => readDraft(db, draftId)) : null
	if (kept?.sent) throw seeOther(SENT)
	const draft = kept?.answers ?? {}
	const elsewhere = detour(draft, step, language)
	// Nothing kept though a later page was asked for: the cookie or the draft is gone, and the person shall know why.
	if (elsewhere) throw seeOther(withNeed(stepPath(elsewhere) + (kept ? '' : '?lost=1'), request.url))
	return { draftId: draftId ?? newDraftId(), draft, language }
}

/** Writes into a draft. One that was sent in that very moment leads to its receipt. */
export async function inDraft<T>(work: (db: Db) => Promise<T>): Promise<T> {
	try {
		return await asVisitor(work)
	} catch (error) {
		if (toAppError(error)?.code === 'expired') throw seeOther(SENT)
		throw error
	}
}

/** A page's data: what it shows, read in one transaction, and what has been answered before. Sends people where they have to be first. */
export async function showStep<T extends object>(
	request: Request,
	step: Step,
	look: (db: Db, opened: Opened) => Promise<T> | T,
) {
	const opened = await openDraft(request, step)
	const shown = await readAsVisitor(async (db) => look(db, opened))
	// The cookie's seven days begin anew with each page.
	const { draftId, draft } = opened
	return data({ ...shown, draft, mark: markOf(draftId) }, { headers: { 'Set-Cookie': await draftCookie(draftId) } })
}

/** What only the database can tell about answers that look right. Thrown by `keep`: the page comes back with it, everything kept. */
export class Refused extends Error {
	constructor(readonly errors: FormReply['errors']) {
		super('refused')
	}
}

type Keeping<S extends z.ZodMiniObject, N extends AnswerStep> = {
	schema: S
	/** What goes into the draft. May look things up, and throw Refused. */
	keep: (db: Db, answers: z.output<S>, opened: Opened) => Promise<Draft[N]> | Draft[N]
	/** Another page than the next one. */
	leadTo?: (answers: z.output<S>) => string | null
}

/** Checks a posted page, keeps it in the draft and leads on; back to the overview when the person came from there. `read`: the form, where it was read already. */
export async function takeStep<S extends z.ZodMiniObject, N extends AnswerStep>(
	request: Request,
	step: N,
	{ schema, keep, leadTo }: Keeping<S, N>,
	read?: FormData,
) {
	const opened = await openDraft(request, step)
	const form = read ?? (await request.formData())
	const parsed = parseForm(form, schema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	try {
		await refusable(() =>
			inDraft(async (db) => saveStep(db, opened.draftId, step, await keep(db, parsed.data, opened))),
		)
	} catch (error) {
		if (!(error instanceof Refused)) throw error
		return data({ values: formValues(form, schema), errors: error.errors } satisfies FormReply, { status: 422 })
	}
	const cameFromCheck = new URL(request.url).searchParams.get('from') === 'check'
	const after = stepPath(cameFromCheck ? 'check' : stepAfter(step))
	const next = leadTo?.(parsed.data) ?? (step === 'story' ? withNeed(after, request.url) : after)
	return seeOther(next, { 'Set-Cookie': await draftCookie(opened.draftId) })
}
