import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'
import { useAnyText } from '~/i18n/any-text'
import type { MessageKey } from '~/i18n/resources'

/** What every control of the kit takes besides its field: texts arrive translated. */
export type Question = {
	label: ReactNode
	hint?: ReactNode
	/** Prints "optional" behind the label. Say it wherever an answer may be left out. */
	optional?: boolean
	/** The question is the page's title: the label stands in an h1. */
	asTitle?: boolean
}

/** Ids that tie hint and reason to the control. */
export function describe(name: string, hint: ReactNode, error: MessageKey | undefined) {
	const ids = [hint ? `${name}-hint` : null, error ? `${name}-error` : null].filter(Boolean)
	return {
		'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
		'aria-invalid': error ? (true as const) : undefined,
	}
}

type FrameProps = Question & { name: string; error: MessageKey | undefined; children: ReactNode }

const frame = (error: MessageKey | undefined) => `mb-6 ${error ? 'border-l-4 border-danger pl-4' : ''}`

/** One control with its label, hint and reason. */
export function FieldFrame({ name, error, children, ...question }: FrameProps) {
	const { label, hint, optional, asTitle } = question
	const text = (
		<label htmlFor={name} className={asTitle ? undefined : 'font-bold'}>
			{label}
			<Optional show={optional} />
		</label>
	)
	return (
		<div className={frame(error)}>
			{asTitle ? <h1 className="text-title font-bold">{text}</h1> : text}
			<HintAndReason name={name} hint={hint} error={error} />
			<div className="mt-2">{children}</div>
		</div>
	)
}

/** Several controls that answer one question. */
export function GroupFrame({ name, error, children, ...question }: FrameProps) {
	const { label, hint, optional, asTitle } = question
	const text = (
		<>
			{label}
			<Optional show={optional} />
		</>
	)
	return (
		<fieldset className={frame(error)} aria-describedby={describe(name, hint, error)['aria-describedby']}>
			<legend className={asTitle ? 'text-title font-bold' : 'font-bold'}>{asTitle ? <h1>{text}</h1> : text}</legend>
			<HintAndReason name={name} hint={hint} error={error} />
			<div className="mt-2">{children}</div>
		</fieldset>
	)
}

function Optional({ show }: { show: boolean | undefined }) {
	const { t } = useTranslation('common')
	return show ? <span className="ml-2 text-small font-normal text-muted">{t('form.optional')}</span> : null
}

function HintAndReason({ name, hint, error }: { name: string; hint: ReactNode; error: MessageKey | undefined }) {
	const t = useAnyText()
	return (
		<>
			{hint ? (
				<p id={`${name}-hint`} className="mt-1 text-muted">
					{hint}
				</p>
			) : null}
			{error ? (
				<p id={`${name}-error`} className="mt-1 flex gap-2 font-bold text-danger">
					<Icon name="alert" className="mt-1" />
					<span>
						<span className="sr-only">{t('common:form.errorPrefix')} </span>
						{t(error)}
					</span>
				</p>
			) : null}
		</>
	)
}
