import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { TimeText } from '~/components/ui/time-text'
import type { FieldGroup, Recipient } from '~/domain/tracking/tracked'

const ORDER: FieldGroup[] = ['summary', 'story', 'contact', 'messages']

/** Everybody the worker agreed to: what was agreed, what can be seen at this moment, and the way out. */
export function Recipients({ recipients }: { recipients: Recipient[] }) {
	const { t } = useTranslation(['track', 'cases'])
	const list = (groups: FieldGroup[]) =>
		ORDER.filter((group) => groups.includes(group))
			.map((group) => t(`cases:fields.${group}`))
			.join('\n')
	if (recipients.length === 0) return <p className="mb-6 text-muted">{t('track:sharing.none')}</p>
	return recipients.map(({ id, name, desk, fields, sees, since }) => (
		<Card key={id} title={name} level={3}>
			{desk ? <p className="text-muted">{t('track:sharing.deskNote')}</p> : null}
			<DescriptionList
				facts={[
					{ term: t('track:sharing.fields'), value: list(fields) },
					{ term: t('track:sharing.sees'), value: list(sees) || t('track:sharing.seesNothing') },
					{ term: t('track:sharing.since'), value: <TimeText at={since} relative={false} /> },
				]}
			/>
			<LinkButton
				to={`/track/sharing/${id}`}
				className="mt-2"
				aria-label={t('track:sharing.stopWith', { organisation: name })}
			>
				{t('track:sharing.stop')}
			</LinkButton>
		</Card>
	))
}
