import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import { Details } from '~/components/ui/details'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { OpenReceiptSchema } from '~/domain/tracking/open-receipt.schema'
import type { FormReply } from '~/lib/form-data'

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
				<TextField
					{...field('reference')}
					label={t('open.reference')}
					hint={t('open.referenceHint')}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
				/>
				<TextField
					{...field('code')}
					label={t('open.code')}
					hint={t('open.codeHint')}
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
				/>
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
