import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { TimeText } from '~/components/ui/time-text'

/** On paper alone: where this page is found again, and of when it is. */
export function PrintedAddress() {
	const { t } = useTranslation('common')
	const { pathname } = useLocation()
	const root = useRouteLoaderData<{ now: string; site: string }>('root')
	if (!root) return null
	return (
		<p className="mt-8 hidden border-t border-line pt-2 text-small print:block">
			{t('brand.name')} · {root.site}
			{pathname} · <TimeText at={root.now} relative={false} />
		</p>
	)
}
