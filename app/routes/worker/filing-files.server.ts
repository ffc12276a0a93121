import { data } from '@remix-run/node'
import { draftCookie } from '~/auth/draft-cookie.server'
import { refusable } from '~/auth/refusals.server'
import { readAsVisitor } from '~/db/db.server'
import { MOST_FILES, type WithRefused } from '~/domain/attachments/attachment'
import { attachToDraft, detachFromDraft, draftFiles, storedInDraft } from '~/domain/attachments/attachments.server'
import type { CheckedFile } from '~/domain/attachments/check.server'
import { StorySchema } from '~/domain/requests/filing.schema'
import { formValues } from '~/lib/form-data'
import { parseSent, readUploads, store, unstored, type Sent } from '../uploads.server'
import { inDraft, openDraft } from './filing-steps.server'

/**
 * Takes the files out of the posted first page. `reply` when the page is to be shown again: a file was refused, or the
 * person adds or removes and goes on typing. Else the texts, for the step itself; files that were fine stay attached
 * even where a text is not.
 */
export async function takeFiles(request: Request) {
	const { draftId } = await openDraft(request, 'story')
	const sent = await refusable(() => readUploads(request))
	const { form } = sent
	const again = async (reply: WithRefused, status: number) => ({
		form,
		reply: data(reply, { status, headers: { 'Set-Cookie': await draftCookie(draftId) } }),
	})
	const remove = form.get('remove')
	if (typeof remove === 'string') await refusable(() => inDraft((db) => detachFromDraft(db, draftId, remove)))
	const fitting = await withinNumber(sent, draftId)
	if (fitting.refused.length > 0) {
		const parsed = parseSent(fitting, StorySchema)
		if (!parsed.ok) return again(parsed.reply, 422)
	}
	if (!(await keep(draftId, fitting.files))) return again(unstored(sent, StorySchema), 503)
	if (remove !== null || form.get('intent') === 'add')
		return again({ values: formValues(form, StorySchema), errors: {} }, 200)
	return { form, reply: null }
}

async function keep(draftId: string, files: CheckedFile[]): Promise<boolean> {
	if (files.length === 0) return true
	const ids = await refusable(() => inDraft((db) => attachToDraft(db, draftId, files)))
	if (await store(files.map((file, place) => ({ ...file, id: ids[place]! })))) {
		await refusable(() => inDraft((db) => storedInDraft(db, draftId, ids)))
		return true
	}
	return false // the rows go with the hourly purge
}

/** Eight in all, with those attached before. */
async function withinNumber(sent: Sent, draftId: string): Promise<Sent> {
	if (sent.files.length === 0) return sent
	const attached = await readAsVisitor((db) => draftFiles(db, draftId))
	const over = sent.files.slice(Math.max(0, MOST_FILES - attached.length))
	if (over.length === 0) return sent
	return { ...sent, files: [], refused: over.map(({ name }) => ({ name, reason: 'too_many' as const })) }
}
