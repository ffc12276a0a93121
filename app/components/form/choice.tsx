import { forwardRef, type InputHTMLAttributes, type ReactNode } from 'react'

export type ChoiceOption = { value: string; label: ReactNode; hint?: ReactNode }

/** A question's first choice carries the question's name as id, which is where the error summary leads. */
export const choiceId = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`)

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { id: string; label: ReactNode; hint?: ReactNode }

/** One radio button or checkbox; the whole row is the target. */
export const Choice = forwardRef<HTMLInputElement, Props>(function Choice({ id, label, hint, ...input }, ref) {
	return (
		<div className="choice">
			<input {...input} id={id} ref={ref} aria-describedby={hint ? `${id}-about` : input['aria-describedby']} />
			<label htmlFor={id}>
				{label}
				{hint ? (
					<span id={`${id}-about`} className="block text-small text-muted">
						{hint}
					</span>
				) : null}
			</label>
		</div>
	)
})
