import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Details } from '~/components/ui/details'
import { Notice } from '~/components/ui/notice'
import { TimeText } from '~/components/ui/time-text'

/** Closing says first what follows; opening again is one tap. Posts `intent=close` or `intent=reopen`. */
export function CloseStation({ closedAt }: { closedAt: Date | string | null }) {
	const { t } = useTranslation('stations')
	return closedAt ? (
		<Notice tone="wait">
			<p className="mb-3">
				{t('one.closed')} <TimeText at={closedAt} kind="date" />
			</p>
			<Form method="post" reloadDocument>
				<Button name="intent" value="reopen">
					{t('one.reopen')}
				</Button>
			</Form>
		</Notice>
	) : (
		<Details summary={t('one.close')}>
			<p className="mb-3">{t('one.closeText')}</p>
			<Form method="post" reloadDocument>
				<Button tone="danger" name="intent" value="close">
					{t('one.closeButton')}
				</Button>
			</Form>
		</Details>
	)
}
