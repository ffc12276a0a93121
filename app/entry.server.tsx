import { PassThrough } from 'node:stream'
import {
	createReadableStreamFromReadable,
	type AppLoadContext,
	type EntryContext,
	type HandleErrorFunction,
} from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { createInstance } from 'i18next'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { NonceContext } from './components/layout/nonce'
import { localeOf, rememberLocale } from './i18n/i18n.server'
import en from './i18n/locales/en/screens'
import zhCN from './i18n/locales/zh-CN/screens'
import { I18N_OPTIONS } from './i18n/resources'

/** The whole page at once: nothing streams, so a page without scripts is never left half shown. */
export default async function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	context: EntryContext,
	{ cspNonce }: AppLoadContext,
) {
	const nonce = typeof cspNonce === 'string' ? cspNonce : undefined
	const lng = await localeOf(request)
	const i18n = createInstance()
	await i18n.use(initReactI18next).init({ ...I18N_OPTIONS, lng, resources: { en, 'zh-CN': zhCN } })

	headers.set('Content-Type', 'text/html; charset=utf-8')
	headers.set('Content-Language', lng)
	headers.append('Vary', 'Accept-Language, Cookie')
	if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
	const asked = await rememberLocale(request, new URL(request.url).searchParams.get('lng'))
	if (asked) headers.append('Set-Cookie', asked) // a link in a letter keeps its language on the pages after it

	return new Promise<Response>((resolve, reject) => {
		const { pipe } = renderToPipeableStream(
			<I18nextProvider i18n={i18n}>
				<NonceContext.Provider value={nonce}>
					<RemixServer context={context} url={request.url} nonce={nonce} />
				</NonceContext.Provider>
			</I18nextProvider>,
			{
				nonce,
				onAllReady() {
					const body = new PassThrough()
					resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
					pipe(body)
				},
				onShellError: reject,
			},
		)
	})
}

/** What a page loads once it is open is as private as the page. */
export function handleDataRequest(response: Response): Response {
	if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
	return response
}

/** Only bugs reach the log: not what a person was told (a page not found, a refusal), nor a browser that went away. */
export const handleError: HandleErrorFunction = (error, { request }) => {
	if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
	console.error(error)
}
