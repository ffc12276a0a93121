import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { STEPS, stepBefore, stepNumber, stepPath, type Step } from '~/domain/requests/steps'
import { SharedPhone } from './shared-phone'

/** Around each page of filing: the way back, how far it is, and how to leave nothing behind on a shared phone. */
export function StepFrame({ step, children }: { step: Step; children: ReactNode }) {
	const { t } = useTranslation(['filing', 'common'])
	const before = stepBefore(step)
	return (
		<>
			<div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 text-small">
				<Link to={before ? stepPath(before) : '/'} reloadDocument className="link inline-flex min-h-11 items-center">
					{t('common:actions.back')}
				</Link>
				<p className="text-muted">{t('step', { number: stepNumber(step), total: STEPS.length })}</p>
			</div>
			{children}
			<div className="mt-8 border-t border-line pt-2">
				<SharedPhone />
			</div>
		</>
	)
}
