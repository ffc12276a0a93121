import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPage, explain } from './components/layout/error-page'
import { Moving } from './components/layout/moving'
import { useNonce } from './components/layout/nonce'
import { usePageHandle } from './components/layout/page-handle'
import { SiteFrame, SkipLink } from './components/layout/site-frame'
import { useAnyText } from './i18n/any-text'
import { SITE } from './site.server'
import styles from './styles/tailwind.css?url'

/** The server's clock, for "3 hours ago" on phones whose own clock is wrong, and the address to print. */
export const loader = () => ({ now: new Date().toISOString(), site: SITE })

/** Which names a title has in it is known only when the page is there. */
type UnnamedKey = 'common:brand.name'

/** Also wraps the error page, so the language comes from i18next and not from a loader that may have failed. */
export function Layout({ children }: { children: ReactNode }) {
	const { i18n } = useTranslation('common')
	const t = useAnyText()
	const { scripts, frame, title, titleData } = usePageHandle()
	const error = useRouteError()
	const heading = error ? t(explain(error).messageKey) : title ? t(title as UnnamedKey, titleData) : null
	const name = t('common:brand.name')
	const nonce = useNonce()
	return (
		<html lang={i18n.language} suppressHydrationWarning>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="format-detection" content="telephone=no" />
				<meta name="description" content={t('common:brand.description')} />
				<title>{heading ? `${heading} – ${name}` : name}</title>
				<Meta />
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				<link rel="stylesheet" href={styles} />
				<Links />
				<script src="/every-page.js" defer nonce={nonce} suppressHydrationWarning />
			</head>
			<body>
				<SkipLink />
				{frame === 'staff' && !error ? children : <SiteFrame>{children}</SiteFrame>}
				{scripts === false ? null : (
					<>
						<Moving />
						<ScrollRestoration nonce={nonce} />
						<Scripts nonce={nonce} />
					</>
				)}
			</body>
		</html>
	)
}

export function ErrorBoundary() {
	return <ErrorPage error={useRouteError()} />
}

export default function App() {
	return <Outlet />
}
