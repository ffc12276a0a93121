import { useTranslation } from 'react-i18next'
import { SelectField } from '~/components/form/select-field'
import { TextField } from '~/components/form/text-field'
import type { Field } from '~/components/form/use-zod-form'

type Named = { code: string; name: string }
export type ChangeChoices = { districts: Named[]; sectors: Named[]; platforms: Named[]; stations: string[] }
export type ChangeName = 'phone' | 'area' | 'place' | 'sector' | 'platform' | 'station'

const options = (named: Named[]) => named.map(({ code, name }) => ({ value: code, label: name }))
/** More names than this help nobody to find one. */
const SUGGESTED = 200

type Props = {
	field: (name: ChangeName) => Field
	choices: ChangeChoices
	/** False where a place must be one of the list. */ words?: boolean
}

/** What may be different by now; every field may stay as it is. */
export function ChangeFields({ field, choices, words = true }: Props) {
	const { t } = useTranslation('drives')
	const { districts, sectors, platforms, stations } = choices
	const suggested = stations.length > 0 && stations.length <= SUGGESTED
	return (
		<>
			<TextField
				{...field('phone')}
				label={t('ask.newPhone')}
				optional
				type="tel"
				inputMode="tel"
				autoComplete="off"
				width="short"
			/>
			{districts.length > 0 ? (
				<SelectField
					{...field('area')}
					label={t('ask.newArea')}
					optional
					empty={t('ask.same')}
					options={options(districts)}
				/>
			) : null}
			{words ? <TextField {...field('place')} label={t('ask.newPlace')} optional maxLength={80} /> : null}
			<SelectField
				{...field('sector')}
				label={t('ask.newSector')}
				optional
				empty={t('ask.same')}
				options={options(sectors)}
			/>
			<SelectField
				{...field('platform')}
				label={t('ask.newPlatform')}
				optional
				empty={t('ask.same')}
				options={options(platforms)}
			/>
			<TextField
				{...field('station')}
				label={t('ask.newStation')}
				optional
				maxLength={80}
				list={suggested ? 'stations' : undefined}
			/>
			{suggested ? (
				<datalist id="stations">
					{stations.map((name) => (
						<option key={name} value={name} />
					))}
				</datalist>
			) : null}
		</>
	)
}
