import { useTranslation } from 'react-i18next'
import { Card } from '~/components/ui/card'
import { PageTitle } from '~/components/ui/page-title'

/** The one time that the link is shown: as text to select, since a letter can get lost. */
export function InvitationSent({ email, link }: { email: string; link: string }) {
	const { t } = useTranslation('account')
	return (
		<div role="status">
			<PageTitle>{t('invite.sentTitle', { email })}</PageTitle>
			<p className="mb-4">{t('invite.sent')}</p>
			<Card title={t('invite.link')}>
				<p className="rounded-card bg-paper p-3 font-mono break-all select-all">{link}</p>
				<p className="mt-2 text-muted">{t('invite.once')}</p>
			</Card>
		</div>
	)
}
