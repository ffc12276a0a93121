import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Details } from '~/components/ui/details'

/** How to leave nothing behind. `sent`: the receipt must be kept first, for without it the request cannot be opened again. */
export function SharedPhone({ sent }: { sent?: boolean }) {
	const { t } = useTranslation('filing')
	const words = sent ? 'sent' : 'begun'
	return (
		<div className="print:hidden">
			<Details summary={t('forget.summary')}>
				<p className="mb-3">{t(`forget.${words}.text`)}</p>
				<Form method="post" action="/forget" reloadDocument data-forget="">
					<Button>{t(`forget.${words}.button`)}</Button>
				</Form>
			</Details>
		</div>
	)
}
