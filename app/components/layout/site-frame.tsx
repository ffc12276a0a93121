import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { PrintedAddress } from './printed-address'
import { QuickExit } from './quick-exit'

export function SkipLink() {
	const { t } = useTranslation('common')
	return (
		<a
			href="#main"
			className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:bg-card focus:px-4 focus:py-3 focus:font-bold"
		>
			{t('layout.skip')}
		</a>
	)
}

/** Pages for workers and visitors: as little around the content as possible, and always a way out. */
export function SiteFrame({ children }: { children: ReactNode }) {
	const { t } = useTranslation('common')
	return (
		<div className="mx-auto flex min-h-dvh max-w-2xl flex-col px-4">
			<header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line py-2 print:hidden">
				<Logo />
				<div className="flex flex-wrap items-center gap-2">
					<LanguageSwitch />
					<QuickExit />
				</div>
			</header>
			<main id="main" tabIndex={-1} className="flex-1 py-6">
				{children}
				<PrintedAddress />
			</main>
			<footer className="border-t border-line py-4 text-small text-muted print:hidden">
				<p>{t('layout.footer')}</p>
				<p className="flex flex-wrap gap-x-5">
					<Link to="/emergency" className="link inline-flex min-h-11 items-center">
						{t('layout.hotlines')}
					</Link>
					<Link to="/#promise" className="link inline-flex min-h-11 items-center">
						{t('layout.privacy')}
					</Link>
				</p>
			</footer>
		</div>
	)
}
