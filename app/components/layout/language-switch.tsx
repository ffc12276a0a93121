import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

const OTHER = { 'zh-CN': { locale: 'en', name: 'English' }, en: { locale: 'zh-CN', name: '中文' } } as const

/** Names the other language in that language. Sent natively: the new page loads its own texts. */
export function LanguageSwitch() {
	const { i18n } = useTranslation()
	const { pathname, search } = useLocation()
	const { locale, name } = OTHER[i18n.language === 'en' ? 'en' : 'zh-CN']
	return (
		<form method="post" action="/language">
			<input type="hidden" name="returnTo" value={pathname + search} />
			<button name="locale" value={locale} lang={locale} className="link min-h-11 px-1">
				{name}
			</button>
		</form>
	)
}
