import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { FieldFrame, describe } from '~/components/form/field-frame'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Details } from '~/components/ui/details'
import { UploadSchema } from '~/domain/roster/import.schema'
import { MOST_ROWS, ROSTER_MEGABYTES } from '~/domain/roster/import-state'
import type { FormReply } from '~/lib/form-data'
import { DefaultFields, type DefaultChoices } from './default-fields'

type Props = { importId: string; base: string; choices: DefaultChoices; reply: FormReply | undefined }

/** A list of members in CSV or XLSX, and what counts for rows that do not say. */
export function UploadForm({ importId, base, choices, reply }: Props) {
	const { t } = useTranslation('roster')
	const { field, formProps, problems } = useZodForm(UploadSchema, { defaultValues: { importId }, reply })
	const error = problems.find(({ name }) => name === 'file')?.message
	return (
		<Form {...formProps} encType="multipart/form-data" className="max-w-2xl">
			<ErrorSummary problems={problems} />
			<input type="hidden" name="importId" value={String(reply?.values.importId ?? importId)} />
			<FieldFrame
				name="file"
				label={t('upload.file')}
				hint={t('upload.fileHint', { rows: MOST_ROWS.toLocaleString('en'), size: ROSTER_MEGABYTES })}
				error={error}
			>
				<input
					type="file"
					id="file"
					name="file"
					accept=".csv,.tsv,.txt,.xlsx,text/csv"
					{...describe('file', true, error)}
					className="control"
				/>
			</FieldFrame>
			<fieldset>
				<legend className="mb-3 font-bold">{t('upload.defaults')}</legend>
				<DefaultFields field={field} choices={choices} />
			</fieldset>
			<SubmitButton>{t('upload.submit')}</SubmitButton>
			<div className="mt-6">
				<Details summary={t('upload.guide')}>
					<ul className="list-disc space-y-1 pl-5">
						{(['needed', 'id', 'place', 'words', 'text'] as const).map((line) => (
							<li key={line}>{t(`upload.guideLines.${line}`)}</li>
						))}
					</ul>
				</Details>
			</div>
			<h2 className="font-bold">{t('upload.templates')}</h2>
			<p className="flex flex-wrap gap-x-6">
				{(['csv', 'xlsx'] as const).map((format) => (
					<a
						key={format}
						href={`${base}/import/template?format=${format}`}
						download
						className="link inline-flex min-h-11 items-center"
					>
						{t(format === 'csv' ? 'upload.templateCsv' : 'upload.templateXlsx')}
					</a>
				))}
			</p>
		</Form>
	)
}
