import { localeOf } from './i18n.server'
import en from './locales/en/common'
import zh from './locales/zh-CN/common'
import type { Locale } from './resources'

type Code = keyof typeof en.errors

/** Nothing in it comes from a request, so nothing needs escaping. */
const page = (
	language: Locale,
	{ brand, errors, errorHints, errorLinks }: typeof en | typeof zh,
	code: Code,
	hint?: string,
) =>
	`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${errors[code]} – ${brand.name}</title>
<link rel="stylesheet" href="/plain.css">
<main>
<h1>${errors[code]}</h1>
<p>${hint ?? errorHints[code]}</p>
<p><a href="/">${errorLinks.home}</a> <a href="/track">${errorLinks.track}</a></p>
<p>${errorHints.help}</p>
</main>
</html>
`

/** A page for what never reaches the application's own error pages. `hint` is a text of ours by language, in place of the code's own. */
export async function plainPage(request: Request, code: Code, hint?: Record<Locale, string>): Promise<string> {
	const language = await localeOf(request)
	return page(language, language === 'en' ? en : zh, code, hint?.[language])
}
