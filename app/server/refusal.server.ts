import type { Request, Response } from 'express'
import { plainPage } from '~/i18n/plain-page.server'

const WORDS = { 413: 'tooLarge', 429: 'tooMany' } as const

/** What the server itself refuses, in the person's language and with a way on. Nothing of it reached the application. */
export async function refuse(request: Request, response: Response, status: number): Promise<void> {
	const { cookie = '', 'accept-language': languages = '' } = request.headers
	const asked = new globalThis.Request('http://here.invalid/', { headers: { cookie, 'accept-language': languages } })
	const page = await plainPage(asked, WORDS[status as keyof typeof WORDS] ?? 'invalid')
	response.status(status).set('Cache-Control', 'no-store').type('html').send(page)
}

/** Reads on to the end of what is refused, or a browser shows a broken connection in place of the answer. */
export function refuseWhole(request: Request, response: Response, status: number): void {
	request.resume()
	request.once('end', () => void refuse(request, response, status))
}
