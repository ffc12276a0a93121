import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DueDate } from '~/components/cases/due-date'
import { Reasons } from '~/components/cases/reasons'
import { SubmitButton } from '~/components/form/submit-button'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { Notice } from '~/components/ui/notice'

type Props = {
	caseId: string
	referral: { id: string; reasons: string[]; respondBy: string }
	mayAnswer: boolean
}

/** Yes or no to an offer, with what follows from a yes. */
export function OfferAnswer({ caseId, referral, mayAnswer }: Props) {
	const { t } = useTranslation('desk')
	return (
		<Card title={t('answer.title')}>
			<p className="mb-3">
				<span className="text-muted">{t('answer.by')} </span>
				<DueDate at={referral.respondBy} overdue={false} />
			</p>
			<p className="text-muted">{t('case.whyUs')}</p>
			<div className="mb-4">
				<Reasons reasons={referral.reasons} />
			</div>
			{mayAnswer ? (
				<>
					<p className="mb-4">{t('answer.after')}</p>
					<div className="flex flex-wrap gap-3">
						<Form method="post" reloadDocument>
							<input type="hidden" name="intent" value="accept" />
							<input type="hidden" name="referralId" value={referral.id} />
							<SubmitButton>{t('answer.accept')}</SubmitButton>
						</Form>
						<LinkButton to={`/desk/cases/${caseId}/decline`}>{t('answer.decline')}</LinkButton>
					</div>
				</>
			) : (
				<Notice>{t('answer.readOnly')}</Notice>
			)}
		</Card>
	)
}
