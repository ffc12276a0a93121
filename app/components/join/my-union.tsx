import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import type { ApplicationState, MembershipState } from '~/domain/members/membership-state'
import { ApplicationStateBadge } from './application-state-badge'

type Props = {
	applications: { id: string; reference: string; state: ApplicationState; unionName: string }[]
	memberships: { id: string; number: string; state: MembershipState; unionName: string }[]
}

/** What somebody signed in has to do with unions, and the way there. Nothing of it is seen by whoever helps with a request. */
export function MyUnion({ applications, memberships }: Props) {
	const { t } = useTranslation('join')
	return (
		<Card title={t('my.title')}>
			{memberships.map(({ id, number, state, unionName }) => (
				<p key={id} className="mb-2">
					{unionName} · <span className="font-mono">{number}</span>
					<span className="block text-small text-muted">{t(`my.membership.${state}`)}</span>
				</p>
			))}
			{applications.map(({ id, reference, state, unionName }) => (
				<Form key={id} method="post" reloadDocument className="mb-3">
					<p className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
						{unionName} <ApplicationStateBadge state={state} />
					</p>
					<Button name="applicationId" value={id}>
						{t('my.open', { reference })}
					</Button>
				</Form>
			))}
			<p className="flex flex-wrap gap-3">
				{memberships.some(({ state }) => state !== 'left') ? (
					<LinkButton to="/union/card" reloadDocument>
						{t('status.card')}
					</LinkButton>
				) : null}
				{memberships.length + applications.length === 0 ? (
					<LinkButton to="/union/join" reloadDocument>
						{t('my.join')}
					</LinkButton>
				) : null}
			</p>
		</Card>
	)
}
