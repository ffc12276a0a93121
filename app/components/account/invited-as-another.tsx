import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'

/** Signed in, but not as the one who was invited: says so, and leads back here without the session. */
export function InvitedAsAnother({ email, invited, path }: { email: string; invited: string; path: string }) {
	const { t } = useTranslation('account')
	return (
		<>
			<Notice tone="wait" title={t('invitation.other')}>
				{t('invitation.otherText', { email, invited })}
			</Notice>
			<Form method="post" action="/signout" reloadDocument>
				<input type="hidden" name="returnTo" value={path} />
				<Button tone="primary">{t('invitation.signOut')}</Button>
			</Form>
		</>
	)
}
