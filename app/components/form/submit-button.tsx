import { useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState, type ButtonHTMLAttributes, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonLook, type ButtonTone } from '~/components/ui/button'

type Props = Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'name' | 'value' | 'formNoValidate' | 'formAction'> & {
	tone?: ButtonTone
	children: ReactNode
}

/** Says that it is busy, and still lets itself be pressed again: what is sent twice is done once. */
export function SubmitButton({ tone = 'primary', children, ...button }: Props) {
	const { t } = useTranslation('common')
	const ref = useRef<HTMLButtonElement>(null)
	const [pressed, setPressed] = useState<'natively' | 'by script' | null>(null)
	const submitting = useNavigation().formData !== undefined
	useEffect(() => {
		const form = ref.current?.form
		const rest = () => setPressed(null)
		const press = (event: SubmitEvent) => {
			if (event.submitter !== ref.current) return rest()
			// Asked after every other listener, since a check may hold the form back.
			setTimeout(() => setPressed(event.defaultPrevented ? 'by script' : 'natively'))
		}
		form?.addEventListener('submit', press)
		addEventListener('pageshow', rest) // back to a page the browser kept alive
		return () => {
			form?.removeEventListener('submit', press)
			removeEventListener('pageshow', rest)
		}
	}, [])
	const busy = pressed === 'natively' || (pressed === 'by script' && submitting)
	return (
		<button type="submit" {...button} ref={ref} className={buttonLook(tone)} aria-busy={busy || undefined}>
			{busy ? t('form.busy') : children}
		</button>
	)
}
