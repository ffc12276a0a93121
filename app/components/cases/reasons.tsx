import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'
import type { Reason } from '~/domain/routing/rank'

/** Why this organisation, in words: the codes that the ranking left with an offer. */
export function Reasons({ reasons }: { reasons: string[] }) {
	const { t } = useTranslation('cases')
	return (
		<ul className="flex flex-wrap gap-x-4 gap-y-1">
			{reasons.map((reason) => (
				<li key={reason} className="flex items-center gap-1">
					<Icon name="check" className="size-4 text-accent" />
					{t(`reasons.${reason as Reason}`)}
				</li>
			))}
		</ul>
	)
}
