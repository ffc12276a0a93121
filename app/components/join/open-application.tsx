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
import { OpenApplicationSchema } from '~/domain/members/joining.schema'
import type { FormReply } from '~/lib/form-data'
import { PromiseLine } from './join-promise'

type Props = { reference: string; reply: FormReply | undefined; said: 'over' | 'closed' | null }

/** Reference and code: the way back for somebody without an account. */
export function OpenApplication({ reference, reply, said }: Props) {
	const { t } = useTranslation('join')
	const { field, formProps, problems } = useZodForm(OpenApplicationSchema, { defaultValues: { reference }, reply })
	const code = { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } as const
	return (
		<>
			{said && !reply ? (
				<Notice tone={said === 'closed' ? 'good' : 'neutral'} announce>
					{t(`status.${said}`)}
				</Notice>
			) : null}
			<PageTitle lead={t('status.lead')}>{t('status.title')}</PageTitle>
			<Form {...formProps} action="/union/join/status">
				<ErrorSummary problems={problems} />
				<TextField {...field('reference')} label={t('receipt.reference')} hint={t('status.referenceHint')} {...code} />
				<TextField {...field('code')} label={t('receipt.code')} hint={t('status.codeHint')} {...code} />
				<SubmitButton>{t('status.open')}</SubmitButton>
			</Form>
			<div className="mt-8">
				<Details summary={t('status.noCode')}>
					<p>{t('status.noCodeText')}</p>
					<p className="flex flex-wrap gap-x-6">
						<TextLink to="/my" tall>
							{t('status.toAccount')}
						</TextLink>
						<TextLink to="/union/join" tall>
							{t('status.applyAgain')}
						</TextLink>
					</p>
				</Details>
				<PromiseLine />
			</div>
		</>
	)
}
