import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import type { DeskCase } from '~/domain/cases/cases.server'

type Props = { one: Pick<DeskCase, 'id' | 'held' | 'state' | 'needsManager' | 'roles'> }

/** The steps that this person may take now; each has a page of its own. */
export function CaseActions({ one: { id, held, state, needsManager, roles } }: Props) {
	const { t } = useTranslation('desk')
	if (!held) return null
	const caseworker = roles.includes('caseworker')
	const working = caseworker && state !== 'outcome_proposed'
	const steps = [
		{ to: 'outcome', label: t('case.outcome'), show: working && (!needsManager || roles.includes('manager')) },
		{ to: 'waiting', label: t('case.waiting'), show: working },
		{ to: 'assign', label: t('case.assign'), show: true },
		{ to: 'return', label: t('case.giveBack'), show: caseworker },
	]
	return (
		<Card title={t('case.actions')}>
			<ul className="flex flex-wrap gap-3">
				{steps
					.filter(({ show }) => show)
					.map(({ to, label }) => (
						<li key={to}>
							<LinkButton to={`/desk/cases/${id}/${to}`}>{label}</LinkButton>
						</li>
					))}
			</ul>
		</Card>
	)
}
