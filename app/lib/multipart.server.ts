import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { AppError } from './errors'

/** A file of a form as it came, of which nothing is known yet. `bytes` is null when it was not kept. */
export type Upload = { name: string; bytes: Buffer | null; reason: 'too_large' | 'too_many' | 'busy' | null }
export type ReadForm = { form: FormData; uploads: Upload[] }
export type FormLimits = {
	/** Bytes of one file, and how many files. */ fileSize: number
	files: number
	/** What this process holds of everybody's files at one time. */ held?: number
}

const FIELD_BYTES = 128 * 1024
const MOST_FIELDS = 200
const TEXT_BYTES = 2 * 1024 * 1024
const HELD = 400 * 1024 * 1024
let held = 0

/**
 * A posted form with its files, read as it arrives: what is over a limit is let go at once and the rest is read on, so that
 * everything typed comes back with the reason. `form` holds the texts alone. Forms without files come the same way.
 * A body that breaks off is `invalid`, and one so large that reading on would be foolish `tooLarge`; nothing of either is kept.
 */
export async function readForm(request: Request, limits: FormLimits): Promise<ReadForm> {
	const type = request.headers.get('Content-Type') ?? ''
	if (!type.startsWith('multipart/form-data')) return { form: await request.formData(), uploads: [] }
	const most = 2 * (limits.files * limits.fileSize + TEXT_BYTES)
	if (!request.body || Number(request.headers.get('Content-Length') ?? 0) > most) throw new AppError('tooLarge')

	const form = new FormData()
	const uploads: Upload[] = []
	let mine = 0
	let named = 0
	let texts = 0
	const release = (bytes: number) => {
		mine -= bytes
		held -= bytes
	}
	const busboy = parser(type, limits)
	busboy.on('field', (name, value) => {
		if ((texts += value.length) <= TEXT_BYTES) form.append(name, value)
	})
	busboy.on('file', (_field, stream, name) => {
		const upload: Upload = { name: name ?? '', bytes: null, reason: name && ++named > limits.files ? 'too_many' : null }
		const chunks: Buffer[] = []
		let size = 0
		const refuse = (reason: NonNullable<Upload['reason']>) => {
			upload.reason = reason
			release(size)
			size = 0
			chunks.length = 0
		}
		stream.on('data', (chunk: Buffer) => {
			if (upload.reason) return // read on, kept no more
			if (held + chunk.length > (limits.held ?? HELD)) return refuse('busy')
			chunks.push(chunk)
			size += chunk.length
			mine += chunk.length
			held += chunk.length
		})
		stream.on('limit', () => refuse('too_large'))
		stream.on('error', () => {}) // of a body that breaks off the parser tells
		stream.on('end', () => {
			if (!name && size === 0) return // a control in which nothing was chosen
			if (!upload.reason) upload.bytes = Buffer.concat(chunks)
			uploads.push(upload)
		})
	})
	try {
		let read = 0
		const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
		await pipeline(
			body,
			async function* (source: AsyncIterable<Uint8Array>) {
				for await (const chunk of source) {
					if ((read += chunk.length) > most) throw new AppError('tooLarge')
					yield chunk
				}
			},
			busboy,
		)
		return { form, uploads }
	} catch (error) {
		throw error instanceof AppError ? error : new AppError('invalid')
	} finally {
		release(mine)
	}
}

function parser(type: string, { fileSize, files }: FormLimits) {
	try {
		return new Busboy({
			headers: { 'content-type': type },
			limits: {
				fileSize,
				files: files * 4,
				fields: MOST_FIELDS,
				fieldSize: FIELD_BYTES,
				fieldNameSize: 100,
				headerSize: 8192,
			},
		})
	} catch {
		throw new AppError('invalid') // no boundary
	}
}
