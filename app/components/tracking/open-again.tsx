import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { KeptField, KeptWords } from '~/components/account/kept-words'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { PageTitle } from '~/components/ui/page-title'
import { OpenReceiptSchema } from '~/domain/tracking/open-receipt.schema'
import type { FormReply } from '~/lib/form-data'
import type { KeptForm } from '~/lib/kept-form'
import { OpenFields } from './open-fields'

type Props = { kept: KeptForm | null; reply?: FormReply }

/** The receipt was closed in the middle of writing: its code once more, with what was written below and going along. */
export function OpenAgain({ kept, reply }: Props) {
	const { t } = useTranslation(['track', 'account', 'common'])
	const { field, formProps, problems } = useZodForm(OpenReceiptSchema, { reply })
	return (
		<>
			<Form {...formProps} action="/track/again">
				<ErrorSummary problems={problems} />
				<PageTitle lead={t('account:again.open')}>{t('common:errors.sessionExpired')}</PageTitle>
				<KeptField kept={kept} />
				<OpenFields field={field} />
				<SubmitButton>{t('track:open.submit')}</SubmitButton>
			</Form>
			{kept ? (
				<div className="mt-8">
					<KeptWords kept={kept} />
				</div>
			) : null}
		</>
	)
}
