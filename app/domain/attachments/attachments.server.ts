import { createHash } from 'node:crypto'
import type { Db } from '~/db/db.server'
import { AppError } from '~/lib/errors'
import type { FileType, SentFile } from './attachment'
import type { CheckedFile } from './check.server'

/** All but the bytes, as the functions of the database take it. */
const described = (db: Db, files: (Omit<CheckedFile, 'bytes'> & { id?: string })[]) =>
	db.json(
		files.map(({ id, name, type, size, width, height, sha256 }) => ({
			id: id ?? null,
			name,
			type,
			size,
			width,
			height,
			sha256,
		})),
	)

/** What is attached where `where` says, of `f`, as JSON in its order. Row level security leaves out what the caller may not see. */
export const filesOf = (db: Db, where: ReturnType<Db>) => db`coalesce((select json_agg(json_build_object('id', f.id,
	'name', f.name, 'type', f.type, 'size', f.size) order by f.created_at, f.id) from app.attachments f where ${where}), '[]')`

/** Of a request that is being written. */
export const draftFiles = async (db: Db, draftId: string) => [
	...(await db<SentFile[]>`select id, name, type, size from private.draft_files(${draftId})`),
]

/** The ids under which the bytes are to be stored, in the order of the files. `invalid` when there would be more than eight. */
export async function attachToDraft(db: Db, draftId: string, files: CheckedFile[]): Promise<string[]> {
	const rows = await db<{ id: string }[]>`select id from private.attach_to_draft(${draftId}, ${described(db, files)})`
	return rows.map(({ id }) => id)
}

/** They are shown, and sent along, from now on. */
export async function storedInDraft(db: Db, draftId: string, ids: string[]): Promise<void> {
	await db`select private.stored_in_draft(${draftId}, ${ids}::uuid[])`
}

/** The bytes go by a job. Again changes nothing. */
export async function detachFromDraft(db: Db, draftId: string, id: string): Promise<void> {
	await db`select private.detach_from_draft(${draftId}, ${id})`
}

/** An id for each file of a message: the same for the same writer, message and content, so that a double tap makes none twice. */
export function idsFor(writer: string, messageId: string, files: CheckedFile[]): string[] {
	return files.map(({ sha256 }, place) => {
		const hex = createHash('sha256')
			.update(JSON.stringify([writer, messageId, place, sha256]))
			.digest('hex')
		return [
			hex.slice(0, 8),
			hex.slice(8, 12),
			`8${hex.slice(13, 16)}`,
			`a${hex.slice(17, 20)}`,
			hex.slice(20, 32),
		].join('-')
	})
}

/** Rows for files that a message is about to take. Answers whose bytes are to be stored: none once the message is written. */
export async function beginUpload(db: Db, caseId: string, files: (CheckedFile & { id: string })[]): Promise<string[]> {
	const rows = await db<{ id: string }[]>`select id from private.begin_upload(${caseId}, ${described(db, files)})`
	return rows.map(({ id }) => id)
}

/** What the bytes are, for whoever may have them; `notFound` for everybody else. An act: what staff open is logged. */
export async function openAttachment(db: Db, id: string): Promise<{ name: string; type: FileType }> {
	const [file] = await db<{ name: string; type: FileType }[]>`select name, type from private.open_attachment(${id})`
	if (!file) throw new AppError('notFound')
	return file
}

/** What came with the request of a case, for those who may read its story. */
export async function filesOfStory(db: Db, caseId: string): Promise<SentFile[]> {
	const [row] = await db<{ files: SentFile[] }[]>`
		select ${filesOf(db, db`f.request_id = c.request_id`)} as files from app.cases c where c.id = ${caseId}`
	return row?.files ?? []
}

/** For the job that removes bytes. */
export async function fileIsGone(db: Db, id: string): Promise<boolean> {
	const [row] = await db<{ gone: boolean }[]>`select private.file_is_gone(${id}) as gone`
	return row!.gone
}
