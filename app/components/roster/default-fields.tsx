import { useTranslation } from 'react-i18next'
import { SelectField } from '~/components/form/select-field'
import type { Field } from '~/components/form/use-zod-form'

type Named = { code: string; name: string }
export type DefaultChoices = { areas: Named[]; sectors: Named[] }
const options = (named: Named[]) => named.map(({ code, name }) => ({ value: code, label: name }))

/** Place and trade for rows that leave them open. */
export function DefaultFields({
	field,
	choices,
}: {
	field: (name: 'area' | 'sector') => Field
	choices: DefaultChoices
}) {
	const { t } = useTranslation('roster')
	return (
		<>
			<SelectField
				{...field('area')}
				label={t('upload.area')}
				hint={t('upload.areaHint')}
				optional
				empty={t('upload.none')}
				options={options(choices.areas)}
			/>
			<SelectField
				{...field('sector')}
				label={t('upload.sector')}
				optional
				empty={t('upload.none')}
				options={options(choices.sectors)}
			/>
		</>
	)
}
