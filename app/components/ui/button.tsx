import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'

export type ButtonTone = 'primary' | 'quiet' | 'danger'
const LOOKS = { primary: 'button button-primary', quiet: 'button', danger: 'button button-danger' } as const

/** One primary button a page; everything else is quiet. Danger is for what cannot be taken back. */
export const buttonLook = (tone: ButtonTone = 'quiet') => LOOKS[tone]

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { tone?: ButtonTone }

/** A button in a plain form; says that it is busy once it was pressed. In a form with a check take SubmitButton. */
export function Button({ tone = 'quiet', className = '', type = 'submit', ...button }: ButtonProps) {
	const { t } = useTranslation('common')
	return <button {...button} type={type} className={`${buttonLook(tone)} ${className}`} data-busy={t('form.busy')} />
}

type LinkButtonProps = ComponentProps<typeof Link> & { tone?: ButtonTone }

/** Looks like a button and leads somewhere. */
export function LinkButton({ tone = 'quiet', className = '', ...link }: LinkButtonProps) {
	return <Link {...link} className={`${buttonLook(tone)} ${className}`} />
}
