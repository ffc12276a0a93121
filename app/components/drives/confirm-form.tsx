import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Details } from '~/components/ui/details'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import type { Answer } from '~/domain/drives/drive-view'
import { AnswerSchema } from '~/domain/drives/drive.schema'
import { DRIVE_ANSWERS } from '~/domain/members/membership-state'
import type { Locale } from '~/i18n/resources'
import { formatDate } from '~/lib/format'
import type { FormReply } from '~/lib/form-data'
import { ChangeFields, type ChangeChoices } from './change-fields'

type Asked = { answerBy: Date | string; sign: string | null; tail: string | null; choices: ChangeChoices }
type Props = { union: string; asked: Asked; reply: FormReply | undefined }
const HINTS: Partial<Record<Answer, 'leftHint' | 'wrongHint'>> = { left: 'leftHint', wrong_contact: 'wrongHint' }

/** The question of a drive, for whoever opened the letter. */
export function ConfirmForm({ union, asked, reply }: Props) {
	const { t, i18n } = useTranslation('drives')
	const { field, formProps, problems } = useZodForm(AnswerSchema, { reply })
	const changed = reply?.values.answer === 'changed' || problems.some(({ name }) => name !== 'answer')
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<PageTitle over={t('confirm.who', { union })} lead={t('confirm.question')}>
				{t('titles.confirm')}
			</PageTitle>
			<p className="mb-5">{t('confirm.meant', { sign: asked.sign, tail: asked.tail })}</p>
			<RadioGroup
				{...field('answer')}
				label={t('confirm.yourAnswer')}
				options={DRIVE_ANSWERS.map((answer) => {
					const hint = HINTS[answer]
					return { value: answer, label: t(`confirm.answers.${answer}`), hint: hint && t(`confirm.${hint}`) }
				})}
			/>
			<Details summary={t('confirm.changes')} open={changed}>
				<p className="mb-4 text-muted">{t('confirm.changesHint')}</p>
				<ChangeFields field={field} choices={asked.choices} />
			</Details>
			<SubmitButton>{t('confirm.submit')}</SubmitButton>
			<p className="mt-5 text-muted">
				{t('confirm.until', { day: formatDate(asked.answerBy, i18n.language as Locale) })} {t('confirm.free')}
			</p>
		</Form>
	)
}

export function AnswerArrived({ answer }: { answer: Answer }) {
	const { t } = useTranslation('drives')
	return (
		<>
			<PageTitle>{t('confirm.thanksTitle')}</PageTitle>
			<Notice tone="good" announce>
				{t(`confirm.thanks.${answer}`)}
			</Notice>
			<p>{t('confirm.done')}</p>
		</>
	)
}

/** Answered before, or too late: nothing of anybody is shown. */
export function NothingToAnswer({ answered }: { answered: boolean }) {
	const { t } = useTranslation('drives')
	return (
		<>
			<PageTitle>{t(answered ? 'confirm.answeredTitle' : 'confirm.overTitle')}</PageTitle>
			<p>{t(answered ? 'confirm.answered' : 'confirm.over')}</p>
		</>
	)
}
