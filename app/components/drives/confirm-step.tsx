import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StepPage } from '~/components/cases/step-page'
import { SubmitButton } from '~/components/form/submit-button'

/** Before something is done to many: how many, and what it means for them. */
export function ConfirmStep(props: { step: 'close' | 'remind'; back: string; name: string; waiting: number }) {
	const { t } = useTranslation('drives')
	const { step, back, name, waiting: count } = props
	return (
		<StepPage back={back} category={name} title={t(`${step}.title`)} lead={t(`${step}.lead`, { count })}>
			{step === 'close' ? <p className="mb-5">{t('close.letters')}</p> : null}
			<Form method="post" reloadDocument>
				<SubmitButton tone={step === 'close' ? 'danger' : 'primary'}>{t(`${step}.submit`, { count })}</SubmitButton>
			</Form>
		</StepPage>
	)
}
