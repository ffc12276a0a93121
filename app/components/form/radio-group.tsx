import { forwardRef } from 'react'
import { Choice, choiceId, type ChoiceOption } from './choice'
import { GroupFrame, describe, type Question } from './field-frame'
import type { Field } from './use-zod-form'

type Props = Omit<Field, 'ref'> & Question & { options: ChoiceOption[] }

/** One of a few. */
export const RadioGroup = forwardRef<HTMLInputElement, Props>(function RadioGroup(
	{ label, hint, optional, asTitle, error, options, defaultValue, ...control },
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
					type="radio"
					ref={ref}
					id={choiceId(control.name, index)}
					defaultChecked={option.value === defaultValue}
					aria-invalid={describe(control.name, hint, error)['aria-invalid']}
				/>
			))}
		</GroupFrame>
	)
})
