import { RemixBrowser } from '@remix-run/react'
import { createInstance } from 'i18next'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { I18N_OPTIONS } from './i18n/resources'
import { texts } from './i18n/texts.client'

/** The page says its language and which texts stand in it; only those are fetched. */
async function start() {
	const { lang: lng, dataset } = document.documentElement
	const i18n = createInstance()
	await i18n
		.use(texts)
		.use(initReactI18next)
		.init({ ...I18N_OPTIONS, lng, ns: dataset.texts?.split(' ') ?? [], load: 'currentOnly', fallbackLng: false })
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
