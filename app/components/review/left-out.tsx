import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextLink } from '~/components/ui/text-link'
import type { WhyLeft } from '~/domain/members/application-doubles'

type Props = { left: { id: string; name: string; why: WhyLeft }[]; base: string; title: ReactNode }

/** Who was not approved, each with the reason and the way to look at it. */
export function LeftOut({ left, base, title }: Props) {
	const { t } = useTranslation('join')
	if (left.length === 0) return null
	return (
		<section aria-labelledby="left" className="mt-6">
			<h2 id="left" className="text-lead font-bold">
				{title}
			</h2>
			<p>{t('review.approve.leftLead')}</p>
			<ul className="divide-y divide-line border-y border-line">
				{left.map(({ id, name, why }) => (
					<li key={id} className="flex flex-wrap items-center gap-x-3 py-1">
						<TextLink to={`${base}/${id}`} tall className="font-bold">
							{name}
						</TextLink>
						<span>{t(`review.approve.why.${why}`)}</span>
					</li>
				))}
			</ul>
		</section>
	)
}
