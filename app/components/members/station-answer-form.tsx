import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ChangeFields, type ChangeChoices } from '~/components/drives/change-fields'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Details } from '~/components/ui/details'
import { AnswerSchema } from '~/domain/drives/drive.schema'
import { DRIVE_ANSWERS } from '~/domain/members/membership-state'
import type { FormReply } from '~/lib/form-data'

/** What a member says to the liaison of the station, face to face. */
export function StationAnswerForm({ choices, reply }: { choices: ChangeChoices; reply: FormReply | undefined }) {
	const { t } = useTranslation('stations')
	const { field, formProps, problems } = useZodForm(AnswerSchema, { reply })
	const changed = reply?.values.answer === 'changed' || problems.some(({ name }) => name !== 'answer')
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<RadioGroup
				{...field('answer')}
				label={t('ask.answer')}
				options={DRIVE_ANSWERS.map((answer) => ({
					value: answer,
					label: t(`ask.answers.${answer}`),
					hint: answer === 'left' ? t('ask.leftHint') : undefined,
				}))}
			/>
			<Details summary={t('ask.changes')} open={changed}>
				<p className="mb-4 text-muted">{t('ask.changesHint')}</p>
				<ChangeFields field={field} choices={choices} />
			</Details>
			<SubmitButton>{t('ask.submit')}</SubmitButton>
		</Form>
	)
}
