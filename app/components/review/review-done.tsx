import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/ui/notice'

export const REVIEW_DONE = ['approved', 'member', 'returned', 'rejected', 'reassigned', 'already'] as const
type Done = (typeof REVIEW_DONE)[number]

/** Says what has just been done; the address of the page carries it over the redirect. */
export function ReviewDone({ done }: { done: string | null }) {
	const { t } = useTranslation('join')
	const known: Done | undefined = REVIEW_DONE.find((step) => step === done)
	if (!known) return null
	return (
		<Notice tone={known === 'member' || known === 'already' ? 'wait' : 'good'} announce>
			{t(`review.done.${known}`)}
		</Notice>
	)
}
