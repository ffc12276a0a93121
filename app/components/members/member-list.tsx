import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import { filterSearch, type MemberFilter } from '~/domain/members/member-list'
import type { MembershipState } from '~/domain/members/membership-state'
import { MembershipBadge } from './membership-badge'

type Item = {
	id: string
	name: string
	number: string
	state: MembershipState
	joinedAt: Date
	station: string | null
	area: string
	sector: string
}
type Props = { base: string; members: Item[]; filter: MemberFilter; first: boolean; next: string[] | null }

/** Who is there, a page at a time; the state stands at each name only where states are mixed. */
export function MemberList({ base, members, filter, first, next }: Props) {
	const { t } = useTranslation(['members', 'common'])
	if (members.length === 0 && first) return <Nobody filter={filter} />
	const search = filterSearch(filter)
	const more = new URLSearchParams(search)
	for (const part of next ?? []) more.append('after', part)
	return (
		<>
			<ul className="mb-4 divide-y divide-line border-y border-line">
				{members.map(({ id, name, number, state, joinedAt, station, area, sector }) => (
					<li key={id} className="py-3">
						<div className="flex flex-wrap items-center gap-x-4">
							<TextLink tall to={`${base}/${id}`} className="font-bold">
								{name}
							</TextLink>
							<span className="text-muted">{number}</span>
							{filter.query ? <MembershipBadge state={state} /> : null}
						</div>
						<p>{[area, sector, station].filter(Boolean).join(' · ')}</p>
						<p className="text-small text-muted">
							{t('members:list.joined')} <TimeText at={joinedAt} kind="date" relative={false} />
						</p>
					</li>
				))}
			</ul>
			<p className="flex flex-wrap gap-3">
				{next ? <LinkButton to={`?${more}`}>{t('common:actions.more')}</LinkButton> : null}
				{first ? null : <LinkButton to={`?${search}`}>{t('members:list.start')}</LinkButton>}
			</p>
		</>
	)
}

function Nobody({ filter: { state, query, station, sector, platform, area } }: { filter: MemberFilter }) {
	const { t } = useTranslation('members')
	if (query) return <EmptyState title={t('list.nothing', { query })}>{t('list.nothingHint')}</EmptyState>
	if (station || sector || platform || area)
		return <EmptyState title={t('list.narrowed')}>{t('list.narrowedHint')}</EmptyState>
	return <EmptyState title={t(`list.empty.${state}`)}>{t(`list.emptyHint.${state}`)}</EmptyState>
}
