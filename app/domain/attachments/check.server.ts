import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { FILE_LIMIT, LONGEST_SIDE, type FileType, type Refusal } from './attachment'
import { safeName } from './file-name'

sharp.cache(false) // what somebody sent is not kept in memory
sharp.concurrency(1) // several people's photos side by side rather than one on all cores

/** A larger picture is refused before it is unpacked: a few kilobytes can claim gigabytes. */
const MOST_PIXELS = 50_000_000

export type CheckedFile = {
	name: string
	type: FileType
	bytes: Buffer
	size: number
	width: number | null
	height: number | null
	/** Of `bytes`, in hex. */ sha256: string
}
export type Checked = { ok: true; file: CheckedFile } | { ok: false; reason: Refusal }

/**
 * What a file really is, whatever it is called. A picture is drawn anew: upright, of bounded size, without place, time,
 * camera or anything else that was hidden in it. A PDF stays as it is.
 */
export async function checkFile(name: string, bytes: Buffer): Promise<Checked> {
	if (bytes.length === 0) return { ok: false, reason: 'empty' }
	if (bytes.length > FILE_LIMIT) return { ok: false, reason: 'too_large' }
	const found = await fileTypeFromBuffer(bytes).catch(() => undefined) // cut off in the middle of its head
	switch (found?.mime) {
		case 'application/pdf':
			return { ok: true, file: whole(name, 'application/pdf', bytes, null, null) }
		case 'image/jpeg':
		case 'image/png':
		case 'image/webp':
			return drawAnew(name, found.mime, bytes)
		case 'image/heic':
		case 'image/heif':
		case 'image/heic-sequence':
		case 'image/heif-sequence':
		case 'image/avif':
			return { ok: false, reason: 'heic' }
		default:
			return { ok: false, reason: 'type' }
	}
}

const ENCODED: Record<Exclude<FileType, 'application/pdf'>, (image: Sharp) => Sharp> = {
	'image/jpeg': (image) => image.jpeg({ quality: 85 }),
	'image/png': (image) => image.png(),
	'image/webp': (image) => image.webp({ quality: 85 }),
}

async function drawAnew(name: string, type: keyof typeof ENCODED, bytes: Buffer): Promise<Checked> {
	const draw = (as: keyof typeof ENCODED) =>
		ENCODED[as](
			sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
				.rotate() // as the camera was held; the note of it goes with the rest
				.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true }),
		).toBuffer({ resolveWithObject: true })
	try {
		const drawn = await draw(type)
		if (drawn.data.length <= FILE_LIMIT)
			return { ok: true, file: whole(name, type, drawn.data, drawn.info.width, drawn.info.height) }
		const smaller = await draw('image/webp') // a photograph saved as PNG
		return { ok: true, file: whole(name, 'image/webp', smaller.data, smaller.info.width, smaller.info.height) }
	} catch (error) {
		return { ok: false, reason: /pixel limit/i.test(String(error)) ? 'pixels' : 'broken' }
	}
}

const whole = (name: string, type: FileType, bytes: Buffer, width: number | null, height: number | null) => ({
	name: safeName(name, type),
	type,
	bytes,
	size: bytes.length,
	width,
	height,
	sha256: createHash('sha256').update(bytes).digest('hex'),
})
