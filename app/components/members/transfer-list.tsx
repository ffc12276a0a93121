import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/ui/empty-state'
import { StatusBadge } from '~/components/ui/status-badge'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { TransferSide } from '~/domain/members/transfer.schema'
import type { Transfer } from '~/domain/members/transfers.server'
import { TransferBadge } from './membership-badge'

type Moments = 'askedAt' | 'decidedAt' | 'joinedAt'
type Item = Omit<Transfer, Moments> & { [M in Moments]: Transfer[M] | string }
type Props = { base: string; side: TransferSide; transfers: Item[]; first: boolean }

/** Of somebody who is not a member here stand place, trade and how long they have been a member, and no name. */
export function TransferList({ base, side, transfers, first }: Props) {
	const { t } = useTranslation('transfers')
	if (transfers.length === 0 && first)
		return <EmptyState title={t(`list.empty.${side}`)}>{t(`list.emptyHint.${side}`)}</EmptyState>
	return (
		<ul className="mb-4 divide-y divide-line border-y border-line">
			{transfers.map((transfer) => (
				<TransferRow key={transfer.id} transfer={transfer} base={base} side={side} />
			))}
		</ul>
	)
}

function TransferRow({ transfer, base, side }: { transfer: Item; base: string; side: TransferSide }) {
	const { t } = useTranslation(['transfers', 'members'])
	const { state, incoming, other, reason, refusal, askedAt, decidedAt, longOpen, membershipId, name, number } = transfer
	const { area, sector, platform, joinedAt } = transfer
	const union = t(incoming ? 'list.from' : 'list.to', { union: other })
	return (
		<li className="py-3">
			<div className="flex flex-wrap items-center gap-x-4">
				{membershipId ? (
					<TextLink tall to={`${base}/members/${membershipId}`} className="font-bold">
						{name}
					</TextLink>
				) : side === 'in' ? (
					<TextLink tall to={`${base}/transfers/${transfer.id}`} className="font-bold">
						{[area, sector].filter(Boolean).join(' · ')}
					</TextLink>
				) : (
					<span className="inline-flex min-h-11 items-center font-bold">{t('list.unnamed')}</span>
				)}
				{number ? <span className="text-muted">{number}</span> : null}
				{side === 'past' ? <TransferBadge state={state} /> : null}
				{longOpen ? (
					<StatusBadge tone="wait" icon="clock">
						{t('list.long')}
					</StatusBadge>
				) : null}
			</div>
			<p>
				{union} · {t(`reasons.${reason}`)}
				{refusal ? <span className="text-muted"> · {t(`refusals.${refusal}`)}</span> : null}
			</p>
			{side === 'in' ? (
				<p className="text-muted">
					{[platform, joinedAt ? t('list.since') : null].filter(Boolean).join(' · ')}{' '}
					{joinedAt ? <TimeText at={joinedAt} kind="date" relative={false} /> : null}
				</p>
			) : null}
			<p className="text-small text-muted">
				{decidedAt ? (
					<>
						{t('list.decided')} <TimeText at={decidedAt} kind="date" />
					</>
				) : (
					<>
						{t('list.waiting')} <TimeText at={askedAt} kind="date" />
					</>
				)}
			</p>
		</li>
	)
}
