import { useTranslation } from 'react-i18next'
import { SingleCheckbox } from '~/components/form/single-checkbox'
import type { Field } from '~/components/form/use-zod-form'
import { JOIN_CONSENT_VERSION } from '~/domain/members/joining'

const POINTS = ['what', 'who', 'why', 'never', 'back'] as const

/** The own wish and the consent, apart from each other and from everything else; nothing is ticked beforehand. */
export function WishFields({ field, union }: { field: (name: 'wish' | 'consent') => Field; union: string }) {
	const { t } = useTranslation('join')
	return (
		<>
			<h2 className="mb-2 text-lead font-bold">{t('consent.wishTitle')}</h2>
			<SingleCheckbox {...field('wish')} label={t('consent.wish', { union })} hint={t('consent.wishHint')} />
			<h2 className="mb-2 text-lead font-bold">{t('consent.title')}</h2>
			<ul className="mb-3 list-disc pl-6">
				{POINTS.map((point) => (
					<li key={point}>{t(`consent.points.${point}`, { union })}</li>
				))}
			</ul>
			<p className="mb-3 text-small text-muted">{t('consent.version', { version: JOIN_CONSENT_VERSION })}</p>
			<SingleCheckbox {...field('consent')} label={t('consent.consent', { union })} />
		</>
	)
}
