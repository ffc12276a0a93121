import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Reasons } from '~/components/cases/reasons'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SelectField } from '~/components/form/select-field'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Notice } from '~/components/ui/notice'
import type { ToOffer } from '~/domain/triage/candidates.server'
import { OfferForm, OTHER, RESPOND_HOURS } from '~/domain/triage/triage.schema'
import type { FormReply } from '~/lib/form-data'

type Props = {
	found: ToOffer[]
	others: Omit<ToOffer, 'reasons'>[]
	/** Somebody looked for a name: the answer is most likely in the list of the others. */ searched: boolean
	reply: FormReply | undefined
}

/** To whom, and for how long. Of each it says whether the worker will be asked first. */
export function OfferFields({ found, others, searched, reply }: Props) {
	const { t } = useTranslation('operator')
	const defaultValues = { hours: '24', organisation: searched && others.length > 0 ? OTHER : '' }
	const { field, formProps, problems } = useZodForm(OfferForm, { defaultValues, reply })
	const consent = (agreed: boolean) => t(agreed ? 'offer.agreed' : 'offer.ask')
	const options = found.map(({ id, name, agreed, reasons }) => ({
		value: id,
		label: name,
		hint: (
			<>
				<span className="block">{consent(agreed)}</span>
				<Reasons reasons={reasons} />
			</>
		),
	}))
	const other = { value: OTHER, label: t('offer.other'), hint: t('offer.otherHint') }
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			{found.length === 0 ? <Notice>{t('offer.none')}</Notice> : null}
			<RadioGroup {...field('organisation')} label={t('offer.who')} options={[...options, other]} />
			<SelectField
				{...field('other')}
				label={t('offer.others')}
				hint={t('offer.othersHint')}
				options={others.map(({ id, name, agreed }) => ({ value: id, label: agreed ? `${name} *` : name }))}
			/>
			<SelectField
				{...field('hours')}
				label={t('offer.hours')}
				empty={null}
				options={RESPOND_HOURS.map((hours) => ({
					value: hours,
					label: t('offer.hoursCount', { count: Number(hours) }),
				}))}
			/>
			<SubmitButton>{t('offer.submit')}</SubmitButton>
		</Form>
	)
}
