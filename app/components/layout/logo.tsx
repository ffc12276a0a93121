import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Two lanes become one road. */
export function Logo({ to = '/' }: { to?: string }) {
	const { t } = useTranslation('common')
	return (
		<Link to={to} aria-label={t('layout.home')} className="inline-flex min-h-11 items-center gap-2 text-lead font-bold">
			<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
				<rect width="32" height="32" rx="7" className="fill-accent" />
				<path
					d="M8 27.5c0-9 8-7.5 8-16V4.5M24 27.5c0-9-8-7.5-8-16"
					fill="none"
					strokeWidth="3.5"
					strokeLinecap="round"
					className="stroke-accent-ink"
				/>
			</svg>
			{t('brand.name')}
		</Link>
	)
}
