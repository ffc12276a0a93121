import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { Icon } from '~/components/ui/icon'
import { Notice } from '~/components/ui/notice'
import type { Contact } from '~/domain/members/members.server'

/** Phone number and the rest behind one button: opening is an act that the member reads of. Comes with the answer to a POST alone. */
export function ContactPanel({ contact }: { contact: Contact | undefined }) {
	const { t } = useTranslation('members')
	const none = t('facts.none')
	return (
		<Card title={t('contactPanel.title')}>
			{contact ? (
				<>
					<DescriptionList
						facts={[
							{ term: t('facts.phone'), value: <Reach to={contact.phone} by="tel" /> },
							{ term: t('facts.email'), value: contact.email ? <Reach to={contact.email} by="mailto" /> : none },
							{ term: t('facts.gender'), value: contact.gender ? t(`genders.${contact.gender}`) : none },
							{ term: t('facts.birthYear'), value: contact.birthYear ?? none },
							{ term: t('facts.idLastFour'), value: contact.idLastFour ?? none },
						]}
					/>
					{contact.phoneShared ? <Notice tone="wait">{t('contactPanel.shared')}</Notice> : null}
					<Notice announce>{t('contactPanel.logged')}</Notice>
				</>
			) : (
				<Form method="post" preventScrollReset>
					<p className="mb-4 text-muted">{t('contactPanel.lead')}</p>
					<Button name="intent" value="open">
						<Icon name="phone" />
						{t('contactPanel.open')}
					</Button>
				</Form>
			)}
		</Card>
	)
}

const Reach = ({ to, by }: { to: string; by: 'tel' | 'mailto' }) => (
	<a href={`${by}:${to}`} className="link inline-flex min-h-11 items-center break-all">
		{to}
	</a>
)
