import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ComponentProps } from 'react'

export type ButtonTone = 'primary' | 'quiet' | 'danger'
const LOOKS = { primary: 'button button-primary', quiet: 'button', danger: 'button button-danger' } as const

/** One primary button a page; everything else is quiet. Danger is for what cannot be taken back. */
export const buttonLook = (tone: ButtonTone = 'quiet') => LOOKS[tone]

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { tone?: ButtonTone }

/** A button in a plain form. In a form with a check, or where people wait, take SubmitButton. */
export function Button({ tone = 'quiet', className = '', type = 'submit', ...button }: ButtonProps) {
	return <button {...button} type={type} className={`${buttonLook(tone)} ${className}`} />
}

type LinkButtonProps = ComponentProps<typeof Link> & { tone?: ButtonTone }

/** Looks like a button and leads somewhere. */
export function LinkButton({ tone = 'quiet', className = '', ...link }: LinkButtonProps) {
	return <Link {...link} className={`${buttonLook(tone)} ${className}`} />
}
