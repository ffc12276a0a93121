import { useTranslation } from 'react-i18next'
import { TextLink } from '~/components/ui/text-link'
import type { Double } from '~/domain/members/application-doubles'

/** Who else bears these numbers. Of another union's people nothing but that they are there. */
export function DoublesList({ doubles, base }: { doubles: Double[]; base: string }) {
	const { t } = useTranslation('join')
	return (
		<ul className="list-disc pl-6">
			{doubles.map(({ kind, here, byId, otherId, otherName }, index) => (
				<li key={otherId ?? index}>
					{t(here ? `review.doubles.${kind}` : `review.doubles.${kind}Elsewhere`, {
						by: t(byId ? 'review.doubles.id' : 'review.doubles.phone'),
					})}
					{otherId && otherName ? (
						<>
							{' '}
							{kind === 'application' ? (
								<TextLink to={`${base}/applications/${otherId}`} tall>
									{t('review.doubles.look', { name: otherName })}
								</TextLink>
							) : (
								<b>{otherName}</b>
							)}
						</>
					) : null}
				</li>
			))}
		</ul>
	)
}
