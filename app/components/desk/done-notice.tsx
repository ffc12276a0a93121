import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/ui/notice'

const DONE = ['accepted', 'declined', 'sent', 'noted', 'assigned', 'waiting', 'returned', 'proposed'] as const

/** Says what has just been done; the address of the page carries it over the redirect. */
export function DoneNotice({ done }: { done: string | null }) {
	const { t } = useTranslation('desk')
	const known = DONE.find((step) => step === done)
	if (!known) return null
	return (
		<Notice tone="good" announce>
			{t(`done.${known}`)}
		</Notice>
	)
}
