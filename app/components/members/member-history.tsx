import { useTranslation } from 'react-i18next'
import { Card } from '~/components/ui/card'
import { TimeText } from '~/components/ui/time-text'
import type { MemberEvent } from '~/domain/members/member-history.server'
import type { LEAVE_REASONS, TRANSFER_REASONS } from '~/domain/members/membership-state'

type Item = Omit<MemberEvent, 'at'> & { at: Date | string }

/** Everything that happened to a membership, the latest first, in words. */
export function MemberHistory({ events, level }: { events: Item[]; level?: 2 | 3 }) {
	const { t } = useTranslation('members')
	return (
		<Card level={level} title={t('history.title')}>
			<ol className="divide-y divide-line">
				{events.map((event) => (
					<li key={event.seq} className="py-2">
						<span className="block">
							<EventText event={event} />
						</span>
						<span className="text-small text-muted">
							<TimeText at={event.at} /> · {t(`history.by.${event.actor}`)}
						</span>
					</li>
				))}
			</ol>
		</Card>
	)
}

function EventText({ event: { kind, from, to, fields, reason, refusal } }: { event: Item }) {
	const { t, i18n } = useTranslation(['members', 'transfers'])
	const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
	const some = t('members:history.someUnion')
	const what = t(`members:history.kinds.${kind}`, {
		from: from ?? some,
		to: to ?? some,
		fields: list.format(fields.map((field) => t(`members:history.fields.${field}`))),
	})
	const why = refusal
		? t(`transfers:refusals.${refusal}`)
		: reason && kind === 'left'
			? t(`members:leaveReasons.${reason as (typeof LEAVE_REASONS)[number]}`)
			: reason && kind === 'transfer_asked'
				? t(`transfers:reasons.${reason as (typeof TRANSFER_REASONS)[number]}`)
				: null
	return (
		<>
			{what}
			{why ? <span className="text-muted"> · {why}</span> : null}
		</>
	)
}
