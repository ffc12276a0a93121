import { forwardRef } from 'react'
import { Choice, choiceId, type ChoiceOption } from './choice'
import { GroupFrame, describe, type Question } from './field-frame'
import type { Field } from './use-zod-form'

type Props = Omit<Field<string[]>, 'ref'> & Question & { options: ChoiceOption[] }

/** Any of a few: the schema's field is an array. */
export const CheckboxGroup = forwardRef<HTMLInputElement, Props>(function CheckboxGroup(
	{ label, hint, optional, asTitle, error, options, defaultValue = [], ...control },
	ref,
) {
	const question = { label, hint, optional, asTitle }
	return (
		<GroupFrame name={control.name} error={error} {...question}>
			{options.map((option, index) => (
				<Choice
					key={option.value}
					{...control}
					{...option}
					type="checkbox"
					ref={ref}
					id={choiceId(control.name, index)}
					defaultChecked={defaultValue.includes(option.value)}
					aria-invalid={describe(control.name, hint, error)['aria-invalid']}
				/>
			))}
		</GroupFrame>
	)
})
