import { useNavigation } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonLook, type ButtonTone } from '~/components/ui/button'

type Props = Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'name' | 'value' | 'formNoValidate' | 'formAction'> & {
	tone?: ButtonTone
	children: ReactNode
}

/** Says that it is busy: `public/every-page.js` marks it when the browser sends the form, and here when a script does. */
export function SubmitButton({ tone = 'primary', children, ...button }: Props) {
	const { t } = useTranslation('common')
	const submitting = useNavigation().formData
	const busy = submitting !== undefined && (!button.name || submitting.get(button.name) === button.value)
	return (
		<button
			type="submit"
			{...button}
			className={`${buttonLook(tone)} ${tone === 'primary' ? 'w-full sm:w-auto' : ''}`}
			data-busy={t('form.busy')}
			aria-busy={busy || undefined}
		>
			{children}
		</button>
	)
}
