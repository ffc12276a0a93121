import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SubmitButton } from '~/components/form/submit-button'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'

/** What the desk can do with a case in triage. Letting the router try again posts `intent=route`. */
export function TriageActions({ caseId }: { caseId: string }) {
	const { t } = useTranslation('operator')
	const to = (step: string) => `/operator/cases/${caseId}/${step}`
	return (
		<Card title={t('case.actions')}>
			<div className="flex flex-col gap-2">
				<LinkButton to={to('offer')} tone="primary">
					{t('case.offer')}
				</LinkButton>
				<LinkButton to={to('category')}>{t('case.category')}</LinkButton>
				<Form method="post" reloadDocument className="flex flex-col">
					<input type="hidden" name="intent" value="route" />
					<SubmitButton tone="quiet">{t('case.route')}</SubmitButton>
				</Form>
				<p className="mb-2 text-small text-muted">{t('case.routeText')}</p>
				<LinkButton to={to('close')}>{t('case.close')}</LinkButton>
			</div>
		</Card>
	)
}
