import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'

type Hotline = { number: string; name: string; purpose: string }

/** Numbers for danger: big enough to hit with a shaking hand. */
export function HotlineButtons({ hotlines }: { hotlines: Hotline[] }) {
	const { t } = useTranslation('home')
	return (
		<ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
			{hotlines.map(({ number, name }) => (
				<li key={number}>
					<a
						href={`tel:${number}`}
						aria-label={t('call', { number, name })}
						className="flex min-h-16 flex-col items-center justify-center rounded-card border-2 border-danger bg-card px-2 py-1 text-center leading-tight"
					>
						<span className="flex items-center gap-1.5 text-lead font-bold text-danger">
							<Icon name="phone" className="size-4" />
							{number}
						</span>
						<span className="text-small leading-tight">{name}</span>
					</a>
				</li>
			))}
		</ul>
	)
}

/** Every other number with what it is for. */
export function HotlineList({ hotlines }: { hotlines: Hotline[] }) {
	const { t } = useTranslation('home')
	return (
		<ul className="divide-y divide-line">
			{hotlines.map(({ number, name, purpose }) => (
				<li key={number} className="flex gap-4 py-1">
					<a
						href={`tel:${number}`}
						aria-label={t('call', { number, name })}
						className="link inline-flex min-h-11 w-16 shrink-0 items-center self-start font-bold"
					>
						{number}
					</a>
					<p className="py-2">
						{name}
						<span className="block text-small text-muted">{purpose}</span>
					</p>
				</li>
			))}
		</ul>
	)
}
