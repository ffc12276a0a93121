import { forwardRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame, describe, type Question } from './field-frame'
import type { Field } from './use-zod-form'

type Option = { value: string; label: string }
type Props = Omit<Field, 'ref'> &
	Question & { options: Option[]; /** Text of the empty first choice; null leaves it out. */ empty?: string | null }

/** For many known choices; for up to eight a RadioGroup is easier on a phone. */
export const SelectField = forwardRef<HTMLSelectElement, Props>(function SelectField(
	{ label, hint, optional, asTitle, error, options, empty, ...control },
	ref,
) {
	const { t } = useTranslation('common')
	const question = { label, hint, optional, asTitle }
	return (
		<FieldFrame name={control.name} error={error} {...question}>
			<select {...control} {...describe(control.name, hint, error)} ref={ref} id={control.name} className="control">
				{empty === null ? null : <option value="">{empty ?? t('form.choose')}</option>}
				{options.map(({ value, label: text }) => (
					<option key={value} value={value}>
						{text}
					</option>
				))}
			</select>
		</FieldFrame>
	)
})
