import { useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * Where scripts lead from page to page: what a browser does by itself elsewhere. It shows that a page is on its way, and
 * the keyboard and the screen reader go on at the new page's beginning, not where a link was that is gone.
 */
export function Moving() {
	const { t } = useTranslation('common')
	const { state } = useNavigation()
	const { pathname } = useLocation()
	const shown = useRef(pathname)
	useEffect(() => {
		if (shown.current !== pathname) document.getElementById('main')?.focus({ preventScroll: true })
		shown.current = pathname
	}, [pathname])
	return (
		<div role="status" className="print:hidden">
			{state === 'idle' ? null : (
				<div className="moving">
					<span className="sr-only">{t('layout.moving')}</span>
				</div>
			)}
		</div>
	)
}
