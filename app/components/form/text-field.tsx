import { forwardRef, type InputHTMLAttributes } from 'react'
import { FieldFrame, describe, type Question } from './field-frame'
import type { Field } from './use-zod-form'

type Native = Pick<
	InputHTMLAttributes<HTMLInputElement>,
	| 'type'
	| 'inputMode'
	| 'autoComplete'
	| 'autoFocus'
	| 'spellCheck'
	| 'autoCapitalize'
	| 'maxLength'
	| 'min'
	| 'max'
	| 'list'
>
type Props = Omit<Field, 'ref'> & Question & Native & { width?: 'short' | 'full' }

/** One line of text. Forwards its ref, because React 18 drops the one `register` hands over and the answer would read as empty. */
export const TextField = forwardRef<HTMLInputElement, Props>(function TextField(
	{ label, hint, optional, asTitle, error, width = 'full', ...control },
	ref,
) {
	const question = { label, hint, optional, asTitle }
	return (
		<FieldFrame name={control.name} error={error} {...question}>
			<input
				type="text"
				{...control}
				{...describe(control.name, hint, error)}
				ref={ref}
				id={control.name}
				className={`control ${width === 'short' ? 'max-w-56' : ''}`}
			/>
		</FieldFrame>
	)
})
