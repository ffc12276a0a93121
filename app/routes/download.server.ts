import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { TABLE_TYPES, type TableFormat } from '~/lib/table-file'
import { disposition } from '~/domain/attachments/file-name'

/** A table as a file to keep: written as it is read, never shown, never kept by a cache. */
export function download(
	format: TableFormat,
	name: string,
	content: AsyncGenerator<Uint8Array> | ReadableStream<Uint8Array>,
	cookies: HeadersInit = {},
): Response {
	const headers = new Headers(cookies)
	for (const [header, value] of Object.entries({
		'Content-Type': TABLE_TYPES[format],
		'Content-Disposition': disposition(`${name}.${format}`, 'attachment'),
		'Cache-Control': 'private, no-store',
		'X-Content-Type-Options': 'nosniff',
	}))
		headers.set(header, value)
	const body = content instanceof ReadableStream ? content : createReadableStreamFromReadable(Readable.from(content))
	return new Response(body, { headers })
}
