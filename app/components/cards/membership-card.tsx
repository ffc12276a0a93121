import { useTranslation } from 'react-i18next'
import { useNonce } from '~/components/layout/nonce'
import { StatusBadge, type Tone } from '~/components/ui/status-badge'
import type { IconName } from '~/components/ui/icon'
import { TimeText } from '~/components/ui/time-text'
import type { MembershipState } from '~/domain/members/membership-state'

export type CardShown = {
	number: string
	state: MembershipState
	joinedAt: Date
	name: string
	union: string
	/** The QR code as a picture inside the page; null once the person has left. */ code: string | null
}
const LOOKS: Record<MembershipState, { tone: Tone; icon: IconName }> = {
	active: { tone: 'good', icon: 'check' },
	due: { tone: 'wait', icon: 'clock' },
	lapsed: { tone: 'danger', icon: 'alert' },
	left: { tone: 'neutral', icon: 'close' },
}

/** The card as it is shown and printed. `data-card` marks what card-picture.js draws. */
export function MembershipCard({ number, state, joinedAt, name, union, code }: CardShown) {
	const { t } = useTranslation(['card', 'common'])
	return (
		<section
			aria-label={t('card:title')}
			data-card
			className="mb-5 max-w-md overflow-hidden rounded-card border-2 border-accent bg-card print:break-inside-avoid"
		>
			<p className="bg-accent px-4 py-2 font-bold text-accent-ink">
				<span data-card-part="brand">{t('common:brand.name')}</span> ·{' '}
				<span data-card-part="title">{t('card:title')}</span>
			</p>
			<div className="flex flex-wrap items-start justify-between gap-4 p-4">
				<div className="min-w-0 flex-1 basis-44">
					<p data-card-part="union" className="font-bold">
						{union}
					</p>
					<p data-card-part="name" className="mt-3 text-title font-bold">
						{name}
					</p>
					<p className="mt-1 text-muted">{t('card:number')}</p>
					<p data-card-part="number" className="font-mono text-lead font-bold">
						{number}
					</p>
					<p data-card-part="since" className="mt-1 text-muted">
						{t('card:since')} <TimeText at={joinedAt} kind="date" relative={false} />
					</p>
					<p className="mt-3">
						<StatusBadge {...LOOKS[state]}>{t(`card:states.${state}`)}</StatusBadge>
					</p>
				</div>
				{code ? (
					<img
						src={code}
						alt={t('card:codeAlt')}
						width="180"
						height="180"
						className="code-picture mx-auto"
						data-card-code
					/>
				) : null}
			</div>
		</section>
	)
}

/** Drawn in the browser, which has the fonts for Chinese: a server need not. Without the script a screenshot does. */
export function CardPicture() {
	const { t } = useTranslation('card')
	const nonce = useNonce()
	return (
		<>
			<div hidden data-card-picture>
				<img alt={t('pictureAlt')} width="540" height="340" className="mb-2 h-auto w-full max-w-md rounded-card" />
				<p data-scan={t('scan')}>{t('picture')}</p>
			</div>
			<p className="text-muted">{t('noScript')}</p>
			<script src="/card-picture.js" defer nonce={nonce} suppressHydrationWarning />
		</>
	)
}
