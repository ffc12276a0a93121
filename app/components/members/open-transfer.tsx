import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Details } from '~/components/ui/details'
import { Notice } from '~/components/ui/notice'
import { TimeText } from '~/components/ui/time-text'
import type { OpenTransfer as Open } from '~/domain/members/members.server'

/** A transfer that waits for the other union, and the way out of it. Posts `intent=withdraw`. */
export function OpenTransfer({ transfer }: { transfer: Open }) {
	const { t } = useTranslation('transfers')
	return (
		<Notice tone="wait" title={t('ask.openTitle')}>
			<p>{t('ask.open', { union: transfer.to })}</p>
			<p className="text-muted">
				{t('ask.asked')} <TimeText at={transfer.askedAt} kind="date" /> · {t(`ask.askedBy.${transfer.askedBy}`)} ·{' '}
				{t(`reasons.${transfer.reason}`)}
			</p>
			<Details summary={t('ask.withdraw')}>
				<p className="mb-3">{t('ask.withdrawText')}</p>
				<Form method="post" reloadDocument>
					<input type="hidden" name="transferId" value={transfer.id} />
					<Button tone="danger" name="intent" value="withdraw">
						{t('ask.withdrawButton')}
					</Button>
				</Form>
			</Details>
		</Notice>
	)
}
