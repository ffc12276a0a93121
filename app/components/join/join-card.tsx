import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'

/** On the page of a request: joining with the facts that were given already. Whoever helps with the request never sees it. */
export function JoinCard() {
	const { t } = useTranslation('join')
	return (
		<Card title={t('copy.cardTitle')}>
			<p className="mb-3">{t('copy.cardText')}</p>
			<LinkButton to="/union/join/from-request" reloadDocument>
				{t('copy.cardButton')}
			</LinkButton>
		</Card>
	)
}
