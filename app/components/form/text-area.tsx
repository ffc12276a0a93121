import { forwardRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame, describe, type Question } from './field-frame'
import type { Field } from './use-zod-form'

type Props = Omit<Field, 'ref'> &
	Question & { rows?: number; /** Shown, and counted down when near; the schema enforces it. */ limit?: number }

/** Several lines of text. Too long a text is counted, never cut off. */
export const TextArea = forwardRef<HTMLTextAreaElement, Props>(function TextArea(
	{ label, hint, optional, asTitle, error, rows = 6, limit, ...control },
	ref,
) {
	const question = { label, hint, optional, asTitle }
	const described = describe(control.name, hint, error)
	const ids = [described['aria-describedby'], limit ? `${control.name}-limit` : null].filter(Boolean).join(' ')
	const [length, setLength] = useState(control.defaultValue?.length ?? 0)
	return (
		<FieldFrame name={control.name} error={error} {...question}>
			<textarea
				{...control}
				aria-invalid={described['aria-invalid']}
				aria-describedby={ids || undefined}
				ref={ref}
				id={control.name}
				rows={rows}
				onInput={(event) => setLength(event.currentTarget.value.length)}
				className="control"
			/>
			{limit ? <Limit id={`${control.name}-limit`} limit={limit} length={length} /> : null}
		</FieldFrame>
	)
})

function Limit({ id, limit, length }: { id: string; limit: number; length: number }) {
	const { t } = useTranslation('common')
	const left = limit - length
	const near = left < limit / 10
	return (
		<p id={id} className={`mt-1 text-small ${left < 0 ? 'font-bold text-danger' : 'text-muted'}`} aria-live="polite">
			{near
				? t(left < 0 ? 'form.over' : 'form.left', { count: Math.abs(left) })
				: t('form.limit', { max: limit.toLocaleString('en') })}
		</p>
	)
}
