import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SelectField } from '~/components/form/select-field'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import { DriveSchema, LONGEST_DAYS, SHORTEST_DAYS, dayFromNow } from '~/domain/drives/drive.schema'
import type { FormReply } from '~/lib/form-data'

type Named = { code: string; name: string }
export type DriveChoices = {
	areas: (Named & { level: string })[]
	sectors: Named[]
	platforms: Named[]
	stations: { id: string; name: string }[]
}
type Props = { choices: DriveChoices; defaultValues: Record<string, string>; reply: FormReply | undefined }

const DEPTH: Record<string, number> = { province: 0, city: 1, district: 2, street: 3 }
const options = (named: Named[]) => named.map(({ code, name }) => ({ value: code, label: name }))

/** Whom to ask, and until when. Sending it shows the numbers and changes nothing. */
export function DriveForm({ choices, defaultValues, reply }: Props) {
	const { t } = useTranslation('drives')
	const { field, formProps, problems } = useZodForm(DriveSchema, { defaultValues, reply })
	return (
		<Form {...formProps} className="max-w-2xl">
			<ErrorSummary problems={problems} />
			<input type="hidden" name="driveId" value={reply?.values.driveId ?? defaultValues.driveId} />
			<TextField {...field('name')} label={t('new.name')} hint={t('new.nameHint')} maxLength={80} />
			<TextField
				{...field('since')}
				type="date"
				max={dayFromNow(0)}
				width="short"
				label={t('new.since')}
				hint={t('new.sinceHint')}
			/>
			<fieldset>
				<legend className="mb-3 font-bold">{t('new.narrow')}</legend>
				<SelectField
					{...field('area')}
					label={t('new.area')}
					hint={t('new.areaHint')}
					empty={t('new.everywhere')}
					options={choices.areas.map(({ code, name, level }) => ({
						value: code,
						label: `${'　'.repeat(DEPTH[level] ?? 0)}${name}`,
					}))}
				/>
				<SelectField
					{...field('sector')}
					label={t('new.sector')}
					empty={t('new.all')}
					options={options(choices.sectors)}
				/>
				<SelectField
					{...field('platform')}
					label={t('new.platform')}
					empty={t('new.all')}
					options={options(choices.platforms)}
				/>
				<SelectField
					{...field('station')}
					label={t('new.station')}
					empty={t('new.all')}
					options={choices.stations.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			</fieldset>
			<TextField
				{...field('answerBy')}
				type="date"
				min={dayFromNow(SHORTEST_DAYS)}
				max={dayFromNow(LONGEST_DAYS)}
				width="short"
				label={t('new.answerBy')}
				hint={t('new.answerByHint')}
			/>
			<SubmitButton>{t('new.preview')}</SubmitButton>
		</Form>
	)
}
