import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SelectField } from '~/components/form/select-field'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { WORKING_FORMS, WorkForm } from '~/domain/members/member.schema'
import type { FormReply } from '~/lib/form-data'

type Choice = { code: string; name: string }
type Props = {
	known: { sectorCode: string; platformCode: string | null; workingForm: string | null; stationId: string | null }
	sectors: Choice[]
	platforms: Choice[]
	/** Null leaves the question out: it is the union's to answer. */ stations: Choice[] | null
	reply: FormReply | undefined
}
const options = (choices: Choice[]) => choices.map(({ code, name }) => ({ value: code, label: name }))

/** Trade, platform, way of working, and for officers the station. */
export function WorkFields({ known, sectors, platforms, stations, reply }: Props) {
	const { t } = useTranslation('members')
	const { field, formProps, problems } = useZodForm(WorkForm, {
		defaultValues: {
			sector: known.sectorCode,
			platform: known.platformCode ?? '',
			workingForm: known.workingForm ?? '',
			station: known.stationId ?? '',
		},
		reply,
	})
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<SelectField {...field('sector')} label={t('facts.sector')} options={options(sectors)} empty={null} />
			<SelectField
				{...field('platform')}
				label={t('facts.platform')}
				options={options(platforms)}
				empty={t('work.noPlatform')}
			/>
			<SelectField
				{...field('workingForm')}
				label={t('work.workingForm')}
				options={WORKING_FORMS.map((form) => ({ value: form, label: t(`workingForms.${form}`) }))}
				empty={t('work.unsaid')}
			/>
			{stations ? (
				<SelectField
					{...field('station')}
					label={t('facts.station')}
					options={options(stations)}
					empty={t('work.noStation')}
				/>
			) : null}
			<SubmitButton>{t('contact.save')}</SubmitButton>
		</Form>
	)
}
