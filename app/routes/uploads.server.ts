import type * as z from 'zod/mini'
import type { Db } from '~/db/db.server'
import { FILE_LIMIT, MOST_FILES, type RefusedFile, type WithRefused } from '~/domain/attachments/attachment'
import { beginUpload, idsFor } from '~/domain/attachments/attachments.server'
import { checkFile, type CheckedFile } from '~/domain/attachments/check.server'
import { formValues, parseForm } from '~/lib/form-data'
import { readForm } from '~/lib/multipart.server'
import { putFile } from '~/storage/attachments.server'
import { StorageError } from '~/storage/store.server'

/** A posted form: its texts, and the files that may be kept. With one refused, none is. */
export type Sent = { form: FormData; files: CheckedFile[]; refused: RefusedFile[] }

/** Reads a form that may bring files, and looks at each of them. Ask first who is calling: this may take long. */
export async function readUploads(request: Request): Promise<Sent> {
	const { form, uploads } = await readForm(request, { fileSize: FILE_LIMIT, files: MOST_FILES })
	const files: CheckedFile[] = []
	const refused: RefusedFile[] = []
	for (const { name, bytes, reason } of uploads) {
		const checked = bytes ? await checkFile(name, bytes) : ({ ok: false, reason: reason ?? 'empty' } as const)
		if (checked.ok) files.push(checked.file)
		else refused.push({ name, reason: checked.reason })
	}
	return { form, files: refused.length > 0 ? [] : files, refused }
}

type Parsed<S extends z.ZodMiniObject> = { ok: true; data: z.output<S> } | { ok: false; reply: WithRefused }

/** Texts and files of a form together: nothing is taken unless all can be, and whatever was typed comes back. */
export function parseSent<S extends z.ZodMiniObject>({ form, files, refused }: Sent, schema: S): Parsed<S> {
	const parsed = parseForm(form, schema)
	if (parsed.ok && refused.length === 0) return parsed
	const reply = parsed.ok ? { values: formValues(form, schema), errors: {} } : parsed.reply
	if (refused.length > 0)
		return { ok: false, reply: { ...reply, errors: { ...reply.errors, files: 'files:errors.refused' }, refused } }
	if (files.length > 0)
		return { ok: false, reply: { ...reply, errors: { ...reply.errors, files: 'files:errors.again' } } }
	return { ok: false, reply }
}

/** Everything typed, when the files had nowhere to go; for a 503. */
export const unstored = ({ form }: Sent, schema: z.ZodMiniObject): WithRefused => ({
	values: formValues(form, schema),
	errors: { files: 'files:errors.store' },
})

/** Stores bytes under their ids. False when the store does not take them at the moment. */
export async function store(files: { id: string; bytes: Buffer; type: string }[]): Promise<boolean> {
	try {
		for (const { id, bytes, type } of files) await putFile(id, bytes, type)
		return true
	} catch (error) {
		if (!(error instanceof StorageError)) throw error
		console.error(JSON.stringify({ event: 'files.unstored', reason: error.message }))
		return false
	}
}

type Message = {
	run: <T>(work: (db: Db) => Promise<T>) => Promise<T>
	writer: string
	caseId: string
	messageId: string
	files: CheckedFile[]
}

/** The ids that a message may take: rows first, bytes next, the message last. Null when the store does not take them. */
export async function keepForMessage({ run, writer, caseId, messageId, files }: Message): Promise<string[] | null> {
	if (files.length === 0) return []
	const ids = idsFor(writer, messageId, files)
	const named = files.map((file, place) => ({ ...file, id: ids[place]! }))
	const open = await run((db) => beginUpload(db, caseId, named))
	return (await store(named.filter(({ id }) => open.includes(id)))) ? ids : null
}
