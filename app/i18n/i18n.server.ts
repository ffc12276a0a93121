import { createCookie } from '@remix-run/node'
import { RemixI18Next } from 'remix-i18next/server'
import { LOCALES, type Locale } from './resources'

const localeCookie = createCookie('locale', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })

const detector = new RemixI18Next({
	detection: { supportedLanguages: [...LOCALES], fallbackLanguage: 'zh-CN', cookie: localeCookie },
})

const asLocale = (value: unknown): Locale | undefined => LOCALES.find((locale) => locale === value)

/** `?lng=`, then the cookie, then Accept-Language, then Chinese. */
export const localeOf = async (request: Request): Promise<Locale> =>
	asLocale(await detector.getLocale(request)) ?? 'zh-CN'

/** The Set-Cookie value that keeps a language, or null when what was asked for is none of ours. */
export async function rememberLocale(request: Request, wanted: unknown): Promise<string | null> {
	const locale = asLocale(wanted)
	if (!locale) return null
	return localeCookie.serialize(locale, { secure: new URL(request.url).protocol === 'https:' })
}
