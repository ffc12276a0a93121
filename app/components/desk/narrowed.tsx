import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/ui/notice'
import { TextLink } from '~/components/ui/text-link'
import type { QueueFilter } from '~/domain/cases/desk-now'

/** Says that the list below is a part of what is open, and leads back to all of it. */
export function NarrowedNotice({ only, name }: { only: QueueFilter | undefined; name: string | null | undefined }) {
	const { t } = useTranslation('desk')
	const parts = [
		only ? t(`narrowed.${only}`) : null,
		name === undefined ? null : t('narrowed.who', { name: name ?? t('assign.unnamed') }),
	]
	return (
		<Notice title={t('narrowed.title', { what: parts.filter(Boolean).join(' · ') })}>
			<TextLink to="?view=all" tall>
				{t('narrowed.all')}
			</TextLink>
		</Notice>
	)
}
