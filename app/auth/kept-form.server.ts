import { data } from '@remix-run/node'
import { FILE_LIMIT, MOST_FILES } from '~/domain/attachments/attachment'
import { writtenIn, type KeptForm } from '~/lib/kept-form'
import { readForm } from '~/lib/multipart.server'

/** Which way leads back in. */
export type WayIn = 'account' | 'receipt'

/** The path of a page, with its query, also where a script asked for its data alone. */
export function pathOf(request: Request): string {
	const { pathname, search } = new URL(request.url)
	return pathname.replace(/\.data$/, '') + search
}

/**
 * Throws a 401 that holds what was typed, when something was: for the page that asks who it is. `read`: the form, where it
 * was read already. Files are let go as they arrive. Returns when nothing would be lost.
 */
export async function keepTyped(request: Request, by: WayIn, headers: Headers, read?: FormData): Promise<void> {
	if (request.method !== 'POST' || (request.bodyUsed && !read)) return
	const form = read ?? (await readForm(request, { fileSize: FILE_LIMIT, files: MOST_FILES, held: 0 })).form
	const kept: KeptForm = {
		to: pathOf(request),
		fields: [...form].filter((field): field is [string, string] => typeof field[1] === 'string'),
		files: request.headers.get('Content-Type')?.startsWith('multipart/') ?? false,
	}
	if (writtenIn(kept).length > 0)
		throw data({ messageKey: 'common:errors.sessionExpired', kept, by }, { status: 401, headers })
}
