import { forwardRef, type ReactNode } from 'react'
import { Icon } from '~/components/ui/icon'
import { useAnyText } from '~/i18n/any-text'
import { Choice } from './choice'
import type { Field } from './use-zod-form'

type Props = Omit<Field, 'ref'> & { label: ReactNode; hint?: ReactNode }

/** One tick. Posts `yes` or nothing: `ticked()` or `mustTick()` in the schema. */
export const SingleCheckbox = forwardRef<HTMLInputElement, Props>(function SingleCheckbox(
	{ error, defaultValue, ...control },
	ref,
) {
	const t = useAnyText()
	const errorId = `${control.name}-error`
	return (
		<div className="mb-6">
			{error ? (
				<p id={errorId} className="mb-1 flex gap-2 font-bold text-danger">
					<Icon name="alert" className="mt-1" />
					{t(error)}
				</p>
			) : null}
			<Choice
				{...control}
				type="checkbox"
				value="yes"
				ref={ref}
				id={control.name}
				defaultChecked={defaultValue === 'yes'}
				aria-invalid={error ? true : undefined}
				aria-describedby={error ? errorId : undefined}
			/>
		</div>
	)
})
