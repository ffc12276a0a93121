import { useTranslation } from 'react-i18next'
import { DescriptionList } from '~/components/ui/description-list'
import { TimeText } from '~/components/ui/time-text'
import { WORKING_FORMS } from '~/domain/requests/filing-choices'
import type { ReviewedApplication } from '~/domain/members/review.server'
import type { ReviewRow } from './review-rows'

export type Reviewed = Omit<ReviewedApplication, keyof ReviewRow> & ReviewRow

/** Everything an officer decides by, but the doubles. */
export function ApplicationFacts({ one }: { one: Reviewed }) {
	const { t } = useTranslation(['join', 'filing'])
	const none = <span className="text-muted">{t('review.facts.notGiven')}</span>
	const form = WORKING_FORMS.find((known) => known === one.workingForm)
	const as = t(`review.as.${one.enteredAs}`)
	return (
		<>
			<h2 className="mb-1 text-lead font-bold">{t('review.facts.who')}</h2>
			<DescriptionList
				facts={[
					{
						term: t('review.facts.phone'),
						value: one.phone ? (
							<a href={`tel:${one.phone}`} className="link inline-flex min-h-11 items-center">
								{one.phone}
							</a>
						) : (
							none
						),
					},
					{ term: t('review.facts.email'), value: one.email ?? none },
					{ term: t('review.facts.birthYear'), value: one.birthYear ?? none },
					{ term: t('review.facts.gender'), value: one.gender ? t(`you.genders.${one.gender}`) : none },
					{
						term: t('review.facts.id'),
						value: one.idLastFour ? t('review.facts.lastFour', { four: one.idLastFour }) : none,
					},
				]}
			/>
			<h2 className="mt-6 mb-1 text-lead font-bold">{t('review.facts.how')}</h2>
			<DescriptionList
				facts={[
					{
						term: t('review.facts.way'),
						value: t(`signup.facts.ways.${one.way === 'employer' ? 'employer' : (one.basis ?? 'residence')}`),
					},
					...(one.employer ? [{ term: t('review.facts.employer'), value: one.employer }] : []),
					{ term: t('review.facts.place'), value: one.placePath },
					{ term: t('review.facts.sector'), value: one.sector },
					{ term: t('review.facts.platform'), value: one.platform ?? none },
					{ term: t('review.facts.workingForm'), value: form ? t(`filing:work.workingForms.${form}`) : none },
					{ term: t('review.facts.station'), value: one.station ?? none },
					...(one.campaign ? [{ term: t('review.facts.campaign'), value: one.campaign }] : []),
					{
						term: t('review.facts.entered'),
						value: one.enteredBy ? t('review.facts.enteredBy', { as, name: one.enteredBy }) : as,
					},
					{ term: t('review.facts.consent'), value: t('review.facts.consentVersion', { version: one.consentVersion }) },
					{ term: t('review.facts.age'), value: <TimeText at={one.firstSubmittedAt} /> },
					...(Number(new Date(one.submittedAt)) > Number(new Date(one.firstSubmittedAt))
						? [{ term: t('review.facts.sentAgain'), value: <TimeText at={one.submittedAt} /> }]
						: []),
				]}
			/>
		</>
	)
}
