import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { createInstance, type i18n as I18n } from 'i18next'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { NonceContext } from './components/layout/nonce'
import { localeOf, rememberLocale } from './i18n/i18n.server'
import en from './i18n/locales/en/screens'
import zhCN from './i18n/locales/zh-CN/screens'
import { I18N_OPTIONS, LOCALES, type Locale } from './i18n/resources'
import { writtenWhole } from './lib/written-whole.server'

/** One for each language and all requests: nothing ever changes the language of one. */
const speaking = Object.fromEntries(LOCALES.map((lng) => [lng, speak(lng)])) as Record<Locale, ReturnType<typeof speak>>
async function speak(lng: Locale) {
	const i18n = createInstance()
	await i18n.use(initReactI18next).init({ ...I18N_OPTIONS, lng, resources: { en, 'zh-CN': zhCN } })
	const { languageUtils } = i18n.services as { languageUtils: { formatLanguageCode(code: string): string } }
	// i18next asks for the proper form of a code several times for each text, and then looks it up in the tables of languages
	const proper = new Map(LOCALES.map((code) => [code as string, languageUtils.formatLanguageCode(code)]))
	languageUtils.formatLanguageCode = (code) => proper.get(code) ?? code
	return i18n
}

/** The same, which notes the namespaces that one page uses: react-i18next reports them here. */
function reporting(i18n: I18n, used: Set<string>): I18n {
	const reportNamespaces = {
		addUsedNamespaces: (namespaces: readonly string[]) => namespaces.forEach((one) => used.add(one)),
		getUsedNamespaces: () => [...used],
	}
	return Object.assign(Object.create(i18n) as I18n, { reportNamespaces })
}

/**
 * The whole page at once: nothing streams, so a page without scripts is never left half shown. In one piece, too: each
 * piece that Remix is handed is compressed, flushed and sent by itself.
 */
export default async function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	context: EntryContext,
	{ cspNonce }: AppLoadContext,
) {
	const nonce = typeof cspNonce === 'string' ? cspNonce : undefined
	const lng = await localeOf(request)
	const used = new Set<string>()
	const i18n = reporting(await speaking[lng], used)

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
					writtenWhole(pipe).then((html) => {
						const whole = html.replace('<html', `<html data-texts="${[...used].join(' ')}"`) // read by entry.client
						resolve(new Response(whole, { headers, status }))
					}, reject)
				},
				onShellError: reject,
			},
		)
	})
}

/** How long Remix waits for, and keeps, what a page is still loading: nothing streams, so nothing is. Its own five seconds fill the memory of a busy server. */
export const streamTimeout = 1_000

/** What a page loads once it is open is as private as the page, and comes in one piece as well. */
export async function handleDataRequest(response: Response): Promise<Response> {
	if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store')
	return response.body ? new Response(await response.arrayBuffer(), response) : response
}

/** Only bugs reach the log: not what a person was told (a page not found, a refusal), nor a browser that went away. */
export const handleError: HandleErrorFunction = (error, { request }) => {
	if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
	console.error(error)
}
