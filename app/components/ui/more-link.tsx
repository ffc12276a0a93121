import { useTranslation } from 'react-i18next'
import { LinkButton } from './button'

/** Leads to the rest of a list, by the key of its last row: `after` repeated, in the order of the list's sort. */
export function MoreLink({ after }: { after: string[] }) {
	const { t } = useTranslation('common')
	return (
		<LinkButton to={`?${new URLSearchParams(after.map((part) => ['after', part]))}`}>{t('actions.more')}</LinkButton>
	)
}
