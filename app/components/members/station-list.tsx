import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/ui/empty-state'
import { TextLink } from '~/components/ui/text-link'

type Item = {
	id: string
	name: string
	area: string | null
	platform: string | null
	members: number
	liaisons: { userId: string; name: string | null }[]
}
type Props = { base: string; stations: Item[]; closed: boolean; first: boolean; cap: number }

export function StationList({ base, stations, closed, first, cap }: Props) {
	const { t, i18n } = useTranslation(['stations', 'members'])
	if (stations.length === 0 && first)
		return closed ? (
			<EmptyState title={t('list.emptyClosed')}>{t('list.emptyClosedHint')}</EmptyState>
		) : (
			<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>
		)
	const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
	return (
		<ul className="mb-4 divide-y divide-line border-y border-line">
			{stations.map(({ id, name, area, platform, members, liaisons }) => (
				<li key={id} className="py-3">
					<TextLink tall to={`${base}/${id}`} className="font-bold">
						{name}
					</TextLink>
					<p>{[area, platform].filter(Boolean).join(' · ')}</p>
					<p className="text-muted">
						{t('list.members')} {members > cap ? t('members:list.capped', { count: cap }) : members} ·{' '}
						{liaisons.length > 0
							? names.format(liaisons.map(({ name: who }) => who ?? t('one.unnamed')))
							: t('list.noLiaison')}
					</p>
				</li>
			))}
		</ul>
	)
}
