import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Details } from '~/components/ui/details'
import { EmptyState } from '~/components/ui/empty-state'

type Liaison = { userId: string; name: string | null; stations: string[] }

/** Everybody who is liaison of the union. Posts `intent=end`. */
export function LiaisonList({ liaisons }: { liaisons: Liaison[] }) {
	const { t, i18n } = useTranslation('stations')
	if (liaisons.length === 0) return <EmptyState title={t('liaisons.none')}>{t('liaisons.noneHint')}</EmptyState>
	const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
	return (
		<ul>
			{liaisons.map(({ userId, name, stations }) => (
				<li key={userId} className="mb-4 rounded-card border border-line bg-card p-4">
					<h2 className="text-lead font-bold">{name ?? t('one.unnamed')}</h2>
					<p className="mb-2">{stations.length > 0 ? list.format(stations) : t('liaisons.noStation')}</p>
					<Details summary={t('liaisons.end')}>
						<p className="mb-3">{t('liaisons.endText')}</p>
						<Form method="post" reloadDocument>
							<input type="hidden" name="userId" value={userId} />
							<Button tone="danger" name="intent" value="end">
								{t('liaisons.endButton')}
							</Button>
						</Form>
					</Details>
				</li>
			))}
		</ul>
	)
}
