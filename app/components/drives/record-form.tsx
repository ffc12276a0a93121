import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Card } from '~/components/ui/card'
import { RecordSchema, SettleSchema, TOLD_BY } from '~/domain/drives/drive.schema'
import { DRIVE_ANSWERS } from '~/domain/members/membership-state'
import type { FormReply } from '~/lib/form-data'
import { Said } from './ask-list'
import { ChangeFields, type ChangeChoices } from './change-fields'

type Props = { choices: ChangeChoices; reply: FormReply | undefined }

/** What a member said on the phone or at the station. */
export function RecordForm({ choices, reply, through }: Props & { through: 'phone' | 'station' }) {
	const { t } = useTranslation('drives')
	const { field, formProps, problems } = useZodForm(RecordSchema, { defaultValues: { through }, reply })
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
			<RadioGroup
				{...field('through')}
				label={t('ask.through')}
				options={TOLD_BY.map((way) => ({ value: way, label: t(`through.${way}`) }))}
			/>
			<h2 className="text-lead font-bold">{t('ask.changes')}</h2>
			<p className="mb-4 text-muted">{t('ask.changesHint')}</p>
			<ChangeFields field={field} choices={choices} />
			<SubmitButton name="intent" value="record">
				{t('ask.submit')}
			</SubmitButton>
		</Form>
	)
}

type SaidWords = { saidPhone: string | null; place: string | null; saidStation: string | null }
/** What did not fit by itself, to be corrected or set aside. */
export function SettleForm({ choices, reply, said }: Props & { said: SaidWords }) {
	const { t } = useTranslation('drives')
	const { field, formProps, problems } = useZodForm(SettleSchema, {
		defaultValues: { station: said.saidStation ?? '' },
		reply,
	})
	return (
		<Card title={t('settle.title')}>
			<Said said={said} />
			<p className="my-3 text-muted">{t('settle.lead')}</p>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<ChangeFields field={field} choices={choices} words={false} />
				<p className="flex flex-wrap gap-3">
					<SubmitButton name="intent" value="settle">
						{t('settle.apply')}
					</SubmitButton>
					<SubmitButton name="intent" value="aside" tone="quiet" formNoValidate>
						{t('settle.aside')}
					</SubmitButton>
				</p>
			</Form>
		</Card>
	)
}
