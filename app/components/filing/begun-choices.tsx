import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '~/components/ui/button'
import { stepPath } from '~/domain/requests/steps'

/** What to do with a request that was begun and not sent. The overview leads on to the first question that is still open. */
export function BegunChoices({ goOn = stepPath('check'), anew = '/requests/new' }: { goOn?: string; anew?: string }) {
	const { t } = useTranslation('filing')
	return (
		<Form method="post" action={anew} reloadDocument data-forget="" className="flex flex-col gap-3 sm:flex-row">
			<LinkButton to={goOn} tone="primary" reloadDocument>
				{t('begin.goOn')}
			</LinkButton>
			<Button>{t('begin.anew')}</Button>
		</Form>
	)
}
