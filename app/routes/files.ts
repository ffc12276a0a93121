import type { LoaderFunctionArgs } from '@remix-run/node'
import { findReceiptHolder } from '~/auth/receipt-cookie.server'
import { getUserId } from '~/auth/session.server'
import { asReceipt, asUser, type Db } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { openAttachment } from '~/domain/attachments/attachments.server'
import { disposition } from '~/domain/attachments/file-name'
import en from '~/i18n/locales/en/files'
import zh from '~/i18n/locales/zh-CN/files'
import { plainPage } from '~/i18n/plain-page.server'
import { getFile } from '~/storage/attachments.server'

/**
 * Nothing in a file runs, or stays on a shared phone. That nothing is guessed at and no other site shows it, the server
 * says with every answer: said twice, a browser would take neither.
 */
const GUARDED = {
	'Cache-Control': 'private, no-store',
	'Content-Security-Policy': "sandbox; default-src 'none'",
}

/** One file, for whoever the database lets have it: by receipt, else by sign-in. What staff open is logged. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
	const [holder, { userId, headers }] = await Promise.all([findReceiptHolder(request), getUserId(request)])
	const open = (db: Db) => openAttachment(db, id)
	const file =
		(holder ? await orNothing(asReceipt(holder, open)) : null) ??
		(userId ? await orNothing(asUser({ role: 'authenticated', sub: userId }, open)) : null)
	if (!file) return said(request, 'notFound')
	const bytes = await getFile(id).catch(() => undefined)
	if (bytes === undefined) return said(request, 'unavailable')
	if (bytes === null) return said(request, 'notFound')
	for (const [name, value] of Object.entries({
		...GUARDED,
		'Content-Type': file.type,
		'Content-Length': String(bytes.size),
		'Content-Disposition': disposition(file.name, file.type.startsWith('image/') ? 'inline' : 'attachment'),
	}))
		headers.set(name, value)
	return new Response(bytes.stream(), { headers })
}

async function orNothing<T>(work: Promise<T>): Promise<T | null> {
	try {
		return await work
	} catch (error) {
		if (toAppError(error)?.code === 'notFound') return null
		throw error
	}
}

async function said(request: Request, word: 'notFound' | 'unavailable') {
	const page = await plainPage(request, word, { en: en.answers[word], 'zh-CN': zh.answers[word] })
	const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': GUARDED['Cache-Control'] }
	return new Response(page, { status: word === 'notFound' ? 404 : 503, headers })
}
