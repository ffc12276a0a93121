import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SelectField } from '~/components/form/select-field'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import { StationForm } from '~/domain/members/station.schema'
import type { FormReply } from '~/lib/form-data'

type Choice = { code: string; name: string }
type Props = {
	station: { id: string; name?: string; areaCode?: string | null; platformCode?: string | null }
	areas: Choice[]
	platforms: Choice[]
	reply: FormReply | undefined
	submit: ReactNode
}

/** Posts `intent=save`. */
export function StationFields({ station, areas, platforms, reply, submit }: Props) {
	const { t } = useTranslation('stations')
	const { id, name, areaCode, platformCode } = station
	const { field, formProps, problems } = useZodForm(StationForm, {
		defaultValues: { stationId: id, name, area: areaCode ?? '', platform: platformCode ?? '' },
		reply,
	})
	const options = (choices: Choice[]) => choices.map(({ code, name: label }) => ({ value: code, label }))
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<input type="hidden" name="stationId" value={String(reply?.values.stationId ?? id)} />
			<TextField {...field('name')} label={t('one.name')} hint={t('one.nameHint')} autoComplete="off" />
			<SelectField {...field('area')} label={t('one.area')} options={options(areas)} empty={t('one.noArea')} />
			<SelectField
				{...field('platform')}
				label={t('one.platform')}
				options={options(platforms)}
				empty={t('one.noPlatform')}
			/>
			<SubmitButton name="intent" value="save">
				{submit}
			</SubmitButton>
		</Form>
	)
}
