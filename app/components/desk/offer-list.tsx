import { useTranslation } from 'react-i18next'
import { UrgencyBadge } from '~/components/cases/case-badges'
import { DueDate } from '~/components/cases/due-date'
import { Reasons } from '~/components/cases/reasons'
import { Card } from '~/components/ui/card'
import { EmptyState } from '~/components/ui/empty-state'
import { TextLink } from '~/components/ui/text-link'

type OfferItem = {
	id: string
	referralId: string
	category: string
	area: string | null
	sector: string | null
	urgency: 'today' | 'soon' | 'normal'
	reasons: string[]
	respondBy: string
	late: boolean
}

/** Offers that wait for an answer, whichever is due first. */
export function OfferList({ offers }: { offers: OfferItem[] }) {
	const { t } = useTranslation('desk')
	if (offers.length === 0) return <EmptyState title={t('queue.noOffers')}>{t('queue.noOffersHint')}</EmptyState>
	return (
		<>
			<p className="mb-3 text-muted">{t('queue.offersLead')}</p>
			<ul>
				{offers.map(({ id, referralId, category, area, sector, urgency, reasons, respondBy, late }) => (
					<li key={referralId}>
						<Card title={category} level={3} aside={<UrgencyBadge urgency={urgency} />}>
							<p>{[area ?? t('offer.noArea'), sector].filter(Boolean).join(' · ')}</p>
							<p>
								<span className="text-muted">{t('offer.respondBy')} </span>
								<DueDate at={respondBy} overdue={late} word={t('offer.late')} />
							</p>
							<div className="mt-2">
								<p className="text-muted">{t('offer.whyUs')}</p>
								<Reasons reasons={reasons} />
							</div>
							<TextLink tall to={`/desk/cases/${id}`} className="mt-1 font-bold">
								{t('offer.open')}
								<span className="sr-only">: {category}</span>
							</TextLink>
						</Card>
					</li>
				))}
			</ul>
		</>
	)
}
