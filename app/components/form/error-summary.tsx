import { useEffect, useRef } from 'react'
import { Icon } from '~/components/ui/icon'
import { useAnyText } from '~/i18n/any-text'
import { WHOLE_FORM } from '~/lib/form-data'
import type { Problem } from './use-zod-form'

/** Stands first in the form; takes focus whenever something was refused, and leads to each field. */
export function ErrorSummary({ problems }: { problems: Problem[] }) {
	const t = useAnyText()
	const ref = useRef<HTMLDivElement>(null)
	const fields = problems.filter(({ name }) => name !== WHOLE_FORM).length
	useEffect(() => {
		if (problems.length > 0) ref.current?.focus()
	}, [problems])
	if (problems.length === 0) return null
	return (
		<div
			ref={ref}
			role="alert"
			tabIndex={-1}
			aria-labelledby="error-summary-title"
			className="mb-6 rounded-card border-2 border-danger bg-danger-soft p-4"
			// eslint-disable-next-line jsx-a11y/no-autofocus -- without JavaScript this is the one way to bring people to what needs mending
			autoFocus
		>
			<h2 id="error-summary-title" className="flex items-center gap-2 font-bold text-danger">
				<Icon name="alert" />
				{fields > 0 ? t('common:errorSummary.title', { count: fields }) : t('common:errorSummary.notSent')}
			</h2>
			<ul className="mt-2 space-y-1">
				{problems.map(({ name, message }) => (
					<li key={name}>
						{name === WHOLE_FORM ? (
							t(message)
						) : (
							<a href={`#${name}`} className="link inline-block py-1 text-danger">
								{t(message)}
							</a>
						)}
					</li>
				))}
			</ul>
			<p className="mt-2 text-small text-muted">{t('common:errorSummary.keep')}</p>
		</div>
	)
}
