import { useTranslation } from 'react-i18next'
import { RadioGroup } from '~/components/form/radio-group'
import { SelectField } from '~/components/form/select-field'
import type { Field } from '~/components/form/use-zod-form'
import { WORKING_FORMS } from '~/domain/requests/filing-choices'

type Named = { code: string; name: string }
type Props = {
	field: (name: 'sector' | 'platform' | 'workingForm' | 'station') => Field
	/** The trade as it stands in the form. */ sector: string | string[] | undefined
	sectors: (Named & { platforms: string[] })[]
	platforms: Named[]
	stations: { id: string; name: string }[]
	/** Asked by an officer about a whole morning, not by the worker about oneself. */ ofMany?: boolean
}

/** What somebody does: for one applicant, and for a whole morning meeting. */
export function WorkFields({ field, sector, sectors, platforms, stations, ofMany }: Props) {
	const { t } = useTranslation(['filing', 'join'])
	// The companies of the chosen trade come first; all can be chosen, for trades overlap.
	const likely = sectors.find(({ code }) => code === sector)?.platforms ?? []
	const rank = (code: string) => (likely.includes(code) ? 0 : 1)
	return (
		<>
			<RadioGroup
				{...field('sector')}
				label={t('work.sector')}
				options={sectors.map(({ code, name }) => ({ value: code, label: name }))}
			/>
			<SelectField
				{...field('platform')}
				label={t('work.platform')}
				hint={ofMany ? undefined : t('work.platformHint')}
				empty={t('work.platformEmpty')}
				optional
				options={platforms
					.map(({ code, name }) => ({ value: code, label: name }))
					.sort((one, other) => rank(one.value) - rank(other.value))}
			/>
			<RadioGroup
				{...field('workingForm')}
				label={t(ofMany ? 'check.workingForm' : 'work.workingForm')}
				hint={ofMany ? undefined : t('join:work.workingFormHint')}
				options={WORKING_FORMS.map((value) => ({ value, label: t(`work.workingForms.${value}`) }))}
			/>
			{stations.length > 0 ? (
				<SelectField
					{...field('station')}
					label={t('join:work.station')}
					hint={ofMany ? undefined : t('join:work.stationHint')}
					empty={t('join:work.stationEmpty')}
					optional
					options={stations.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			) : null}
		</>
	)
}
