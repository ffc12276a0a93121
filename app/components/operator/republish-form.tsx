import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SingleCheckbox } from '~/components/form/single-checkbox'
import { SubmitButton } from '~/components/form/submit-button'
import { TextArea } from '~/components/form/text-area'
import { useZodForm } from '~/components/form/use-zod-form'
import { Notice } from '~/components/ui/notice'
import { RepublishSchema } from '~/domain/figures/republish.schema'
import type { FormReply } from '~/lib/form-data'

const MEANS = ['new', 'readers', 'small', 'old'] as const

/** What it means first; then why, for readers of both languages, and a tick that it was read. */
export function RepublishForm({ republicationId, reply }: { republicationId: string; reply: FormReply | undefined }) {
	const { t } = useTranslation('republish')
	const { field, formProps, problems } = useZodForm(RepublishSchema, { defaultValues: { republicationId }, reply })
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<Notice tone="wait" title={t('means.title')}>
				<ul className="list-disc pl-5">
					{MEANS.map((key) => (
						<li key={key}>{t(`means.${key}`)}</li>
					))}
				</ul>
			</Notice>
			<input type="hidden" name="republicationId" value={String(reply?.values.republicationId ?? republicationId)} />
			<TextArea {...field('noteZh')} label={t('form.noteZh')} hint={t('form.noteHint')} rows={4} limit={1000} />
			<TextArea {...field('noteEn')} label={t('form.noteEn')} hint={t('form.noteEnHint')} rows={4} limit={1000} />
			<SingleCheckbox {...field('understood')} label={t('form.understood')} />
			<SubmitButton>{t('form.submit')}</SubmitButton>
		</Form>
	)
}
