import { useTranslation } from 'react-i18next'
import { Card } from '~/components/ui/card'
import type { Load } from '~/domain/cases/desk-now'
import { Count } from './live-figure'

type Props = { people: Load[]; unassigned: number; base: string | null; readsMessages: boolean }
const COLUMNS = ['open', 'overdue', 'messages'] as const

/** Who has how much in hand. Whoever has nothing is named too: that is where the next case can go. */
export function LiveLoad({ people, unassigned, base, readsMessages }: Props) {
	const { t } = useTranslation('live')
	const linkOf = (userId: string, column: (typeof COLUMNS)[number]) => {
		if (!base || (column === 'messages' && !readsMessages)) return null
		return `${base}?${new URLSearchParams({ view: 'all', who: userId, ...(column === 'open' ? {} : { only: column }) })}`
	}
	return (
		<Card title={t('load.title')}>
			<p className="mb-2 text-muted">{t('load.lead')}</p>
			{people.length === 0 ? <p>{t('load.none')}</p> : null}
			<table className="w-full text-left">
				<caption className="sr-only">{t('load.title')}</caption>
				<thead>
					<tr className="border-b-2 border-line">
						{(['who', ...COLUMNS] as const).map((column) => (
							<th key={column} scope="col" className="py-2 pr-3 align-bottom font-normal text-muted">
								{t(`load.${column}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{people.map((person) => (
						<tr key={person.userId} className="border-b border-line">
							<th scope="row" className="py-1 pr-3 font-normal">
								{person.name ?? t('load.unnamed')}
							</th>
							{COLUMNS.map((column) => (
								<td key={column} className="py-1 pr-3">
									<Count value={person[column]} to={linkOf(person.userId, column)} label={t('look')} />
								</td>
							))}
						</tr>
					))}
					<tr className="border-b border-line">
						<th scope="row" className="py-1 pr-3 font-normal">
							{t('load.nobody')}
						</th>
						<td className="py-1 pr-3" colSpan={COLUMNS.length}>
							<Count value={unassigned} to={base && `${base}?view=all&only=unassigned`} label={t('look')} />
						</td>
					</tr>
				</tbody>
			</table>
		</Card>
	)
}
