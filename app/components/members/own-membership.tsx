import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { Notice } from '~/components/ui/notice'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { MemberEvent } from '~/domain/members/member-history.server'
import type { OpenTransfer as Open } from '~/domain/members/members.server'
import type { MembershipState } from '~/domain/members/membership-state'
import type { UnionChoice } from '~/domain/members/transfers.server'
import { MemberFacts, type Facts } from './member-facts'
import { MemberHistory } from './member-history'
import { MembershipBadge } from './membership-badge'
import { OpenTransfer } from './open-transfer'

export type Own = Facts & {
	id: string
	name: string
	state: MembershipState
	phone: string
	email: string | null
	transfer: Open | null
	near: UnionChoice | null
	events: (Omit<MemberEvent, 'at'> & { at: Date | string })[]
	looks: { organisation: string; hour: Date | string }[]
}

/** One membership as its member reads it, with everything that can be done about it. */
export function OwnMembership({ of }: { of: Own }) {
	const { t } = useTranslation(['membership', 'members'])
	const base = `/union/membership/${of.id}`
	const { id, state, transfer, near, looks } = of
	return (
		<section aria-labelledby={id} className="mb-8">
			<h2 id={id} className="mb-1 text-lead font-bold">
				{of.organisationName}
			</h2>
			<p className="mb-2">
				<MembershipBadge state={state} />
			</p>
			<p className="mb-4">{t(`membership:own.stateText.${state}`)}</p>
			{transfer ? <OpenTransfer transfer={transfer} /> : null}
			{near && !transfer && state !== 'left' ? (
				<Notice>
					<p>{t('membership:own.suggested', { union: near.name, area: near.via ?? of.area })}</p>
					<TextLink tall to={`${base}/transfer`}>
						{t('membership:own.suggestedLink')}
					</TextLink>
				</Notice>
			) : null}
			<Card level={3} title={t('members:facts.title')}>
				<MemberFacts
					of={of}
					also={[
						{ key: 'name', term: t('members:facts.name'), value: of.name },
						{ key: 'phone', term: t('members:facts.phone'), value: of.phone },
						{ key: 'email', term: t('members:facts.email'), value: of.email ?? t('members:facts.none') },
					]}
				/>
			</Card>
			{state === 'left' ? null : <Steps base={base} transferOpen={transfer !== null} />}
			<MemberHistory events={of.events} level={3} />
			<Card level={3} title={t('membership:own.looks')}>
				{looks.length === 0 ? <p>{t('membership:own.looksNone')}</p> : null}
				<ul className="divide-y divide-line">
					{looks.map(({ organisation, hour }) => (
						<li key={`${organisation} ${new Date(hour).toISOString()}`} className="py-2">
							{t('membership:own.look', { union: organisation })} <TimeText at={hour} relative={false} />
						</li>
					))}
				</ul>
			</Card>
		</section>
	)
}

function Steps({ base, transferOpen }: { base: string; transferOpen: boolean }) {
	const { t } = useTranslation('membership')
	return (
		<div className="mb-5">
			<h3 className="mb-2 font-bold">{t('own.change')}</h3>
			<p className="flex flex-wrap gap-3">
				<LinkButton to={`${base}/contact`}>{t('own.contact')}</LinkButton>
				<LinkButton to={`${base}/place`}>{t('own.place')}</LinkButton>
				<LinkButton to={`${base}/work`}>{t('own.work')}</LinkButton>
				{transferOpen ? null : <LinkButton to={`${base}/transfer`}>{t('own.transfer')}</LinkButton>}
				<LinkButton to={`${base}/leave`} tone="danger">
					{t('own.leave')}
				</LinkButton>
			</p>
		</div>
	)
}
