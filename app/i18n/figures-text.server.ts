import { createInstance, type TFunction } from 'i18next'
import en from './locales/en/figures'
import zhCN from './locales/zh-CN/figures'
import { I18N_OPTIONS, LOCALES, type Locale } from './resources'

/** The words of figures for a file, which no page is drawn around. One for each language and all requests. */
const speaking = Object.fromEntries(
	LOCALES.map((lng) => {
		const i18n = createInstance()
		const ready = i18n.init({
			...I18N_OPTIONS,
			...{ lng, ns: ['figures'], defaultNS: 'figures', resources: { en: { figures: en }, 'zh-CN': { figures: zhCN } } },
		})
		return [lng, ready.then(() => i18n.getFixedT(lng, 'figures'))]
	}),
) as Record<Locale, Promise<TFunction<'figures'>>>

export const figuresText = (language: Locale) => speaking[language]
