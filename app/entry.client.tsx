import { RemixBrowser } from '@remix-run/react'
import { createInstance } from 'i18next'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import * as z from 'zod/mini'
import { I18N_OPTIONS } from './i18n/resources'

z.config({ jitless: true }) // zod would try `new Function`, which our content security policy reports

/** The page says its language; only that language is loaded. */
async function start() {
	const lng = document.documentElement.lang
	const { default: screens } =
		lng === 'en' ? await import('./i18n/locales/en/screens') : await import('./i18n/locales/zh-CN/screens')
	const i18n = createInstance()
	await i18n.use(initReactI18next).init({ ...I18N_OPTIONS, lng, resources: { [lng]: screens } })
	startTransition(() => {
		hydrateRoot(
			document,
			<StrictMode>
				<I18nextProvider i18n={i18n}>
					<RemixBrowser />
				</I18nextProvider>
			</StrictMode>,
		)
	})
}
void start()
