import { Form } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { ColumnsSchema } from '~/domain/roster/import.schema'
import type { ImportFacts } from '~/domain/roster/import-view'
import { ROSTER_FIELDS } from '~/domain/roster/roster-column'
import { WHOLE_FORM, type FormReply } from '~/lib/form-data'
import { DefaultFields, type DefaultChoices } from './default-fields'

type Props = { facts: ImportFacts; choices: DefaultChoices; reply: FormReply | undefined; unmapped: boolean }

/** Which column is what; the file is read once more with it. */
export function ColumnsForm({ facts, choices, reply, unmapped }: Props) {
	const { t } = useTranslation('roster')
	const id = useId()
	const { field, formProps, problems } = useZodForm(ColumnsSchema, {
		defaultValues: { area: facts.areaCode ?? '', sector: facts.sectorCode ?? '' },
		reply,
	})
	const typed = reply?.values.field
	return (
		<Form {...formProps} className="max-w-2xl">
			<ErrorSummary problems={problems.map((problem) => ({ ...problem, name: WHOLE_FORM }))} />
			<p className="mb-4">{t(unmapped ? 'columns.unmappedLead' : 'columns.lead')}</p>
			{facts.columns.map(({ heading, field: known }, place) => (
				<div key={place} className="mb-4 grid gap-x-4 sm:grid-cols-2 sm:items-center">
					<label htmlFor={`${id}-${place}`} className="break-words">
						{heading ? t('columns.heading', { heading }) : t('columns.untitled', { n: place + 1 })}
					</label>
					<select
						id={`${id}-${place}`}
						name="field"
						defaultValue={Array.isArray(typed) ? typed[place] : (known ?? '')}
						className="control"
					>
						<option value="">{t('columns.skip')}</option>
						{ROSTER_FIELDS.map((one) => (
							<option key={one} value={one}>
								{t(`fields.${one}`)}
							</option>
						))}
					</select>
				</div>
			))}
			<DefaultFields field={field} choices={choices} />
			<SubmitButton name="intent" value="map" tone={unmapped ? 'primary' : 'quiet'}>
				{t('columns.submit')}
			</SubmitButton>
		</Form>
	)
}
