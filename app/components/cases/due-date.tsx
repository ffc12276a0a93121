import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'
import { TimeText } from '~/components/ui/time-text'

/** A date by which something is due; when it has passed, a word and an icon say so. */
export function DueDate({ at, overdue, word }: { at: Date | string; overdue: boolean; word?: string }) {
	const { t } = useTranslation('desk')
	return (
		<span className={overdue ? 'font-bold text-danger' : undefined}>
			{overdue ? (
				<span className="mr-2 inline-flex items-center gap-1">
					<Icon name="alert" className="size-4" />
					{word ?? t('row.overdue')}
				</span>
			) : null}
			<TimeText at={at} />
		</span>
	)
}
