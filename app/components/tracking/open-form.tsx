import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Details } from '~/components/ui/details'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { OpenReceiptSchema } from '~/domain/tracking/open-receipt.schema'
import type { FormReply } from '~/lib/form-data'
import { OpenFields } from './open-fields'

type Props = { reference: string; reply: FormReply | undefined; said: 'over' | 'closed' | null }

/** Reference and receipt code: the way back for somebody without an account. */
export function OpenForm({ reference, reply, said }: Props) {
	const { t } = useTranslation('track')
	const { field, formProps, problems } = useZodForm(OpenReceiptSchema, { defaultValues: { reference }, reply })
	return (
		<>
			{said && !reply ? (
				<Notice tone={said === 'closed' ? 'good' : 'neutral'} announce>
					{t(`open.${said}`)}
				</Notice>
			) : null}
			<PageTitle lead={t('open.lead')}>{t('open.title')}</PageTitle>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<OpenFields field={field} />
				<SubmitButton>{t('open.submit')}</SubmitButton>
			</Form>
			<div className="mt-8">
				<Details summary={t('open.noReceipt')}>
					<p>{t('open.noReceiptText')}</p>
					<p className="flex flex-wrap gap-x-6">
						<TextLink to="/my" tall>
							{t('open.toAccount')}
						</TextLink>
						<TextLink to="/requests/new" tall>
							{t('open.fileAgain')}
						</TextLink>
					</p>
				</Details>
			</div>
		</>
	)
}
