import { useTranslation } from 'react-i18next'
import { DescriptionList, type Fact } from '~/components/ui/description-list'
import { TimeText } from '~/components/ui/time-text'

export type Facts = {
	organisationName: string
	number: string
	joinedAt: Date | string
	confirmedAt: Date | string
	confirmBy: Date | string | null
	endedAt: Date | string | null
	area: string
	sector: string
	platform: string | null
	workingForm: 'contract' | 'outsourced' | 'crowd' | 'own_account' | 'unsure' | null
	station: string | null
}

/** What is known of a membership beside name and contact; `also` stands at its end. */
export function MemberFacts({ of, also = [] }: { of: Facts; also?: Fact[] }) {
	const { t } = useTranslation('members')
	const none = t('facts.none')
	return (
		<DescriptionList
			facts={[
				{ key: 'number', term: t('facts.number'), value: of.number },
				{ key: 'union', term: t('facts.union'), value: of.organisationName },
				{ key: 'since', term: t('facts.since'), value: <TimeText at={of.joinedAt} kind="date" /> },
				{ key: 'confirmed', term: t('facts.confirmed'), value: <TimeText at={of.confirmedAt} kind="date" /> },
				...(of.confirmBy
					? [{ key: 'by', term: t('facts.confirmBy'), value: <TimeText at={of.confirmBy} kind="date" /> }]
					: []),
				...(of.endedAt
					? [{ key: 'ended', term: t('facts.ended'), value: <TimeText at={of.endedAt} kind="date" /> }]
					: []),
				{ key: 'area', term: t('facts.area'), value: of.area },
				{ key: 'sector', term: t('facts.sector'), value: of.sector },
				{ key: 'platform', term: t('facts.platform'), value: of.platform ?? none },
				{
					key: 'form',
					term: t('facts.workingForm'),
					value: of.workingForm ? t(`workingForms.${of.workingForm}`) : none,
				},
				{ key: 'station', term: t('facts.station'), value: of.station ?? none },
				...also,
			]}
		/>
	)
}
