import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'

/**
 * Out of here, to a page that says nothing about the person. A plain link everywhere; `public/every-page.js` makes it
 * replace this page in the history, so that Back does not lead here again.
 */
export function QuickExit() {
	const { t } = useTranslation('common')
	return (
		<a
			href="https://www.weather.com.cn/"
			rel="noreferrer nofollow"
			data-quick-exit=""
			title={t('layout.quickExitHint')}
			className="inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-card border border-control bg-card px-3 font-bold whitespace-nowrap"
		>
			<Icon name="leave" className="size-4" />
			{t('layout.quickExit')}
		</a>
	)
}
