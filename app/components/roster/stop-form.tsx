import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SubmitButton } from '~/components/form/submit-button'

/** Before anything was taken over: nothing is left of the file. */
export function StopForm() {
	const { t } = useTranslation('roster')
	return (
		<Form method="post" reloadDocument className="my-5">
			<SubmitButton name="intent" value="stop" tone="danger">
				{t('progress.cancel')}
			</SubmitButton>
		</Form>
	)
}
