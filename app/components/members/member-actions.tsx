import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import type { MembershipState } from '~/domain/members/membership-state'

type Props = { base: string; state: MembershipState; transferOpen: boolean }

/** What an officer may do with this member now. Each leads to a page that says what follows. */
export function MemberActions({ base, state, transferOpen }: Props) {
	const { t } = useTranslation('members')
	const here = state !== 'left'
	const steps = [
		{ show: here, to: 'contact', label: t('actions.contact') },
		{ show: here, to: 'work', label: t('actions.work') },
		{ show: here, to: 'place', label: t('actions.place') },
		{ show: here && !transferOpen, to: 'transfer', label: t('actions.transfer') },
		{ show: state === 'left' || state === 'lapsed', to: 'rejoin', label: t('actions.rejoin') },
		{ show: here, to: 'leave', label: t('actions.leave'), tone: 'danger' as const },
	]
	return (
		<section aria-labelledby="actions" className="mb-6 print:hidden">
			<h2 id="actions" className="mb-2 text-lead font-bold">
				{t('actions.title')}
			</h2>
			<p className="flex flex-wrap gap-3">
				{steps
					.filter(({ show }) => show)
					.map(({ to, label, tone }) => (
						<LinkButton key={to} to={`${base}/${to}`} tone={tone}>
							{label}
						</LinkButton>
					))}
			</p>
		</section>
	)
}
