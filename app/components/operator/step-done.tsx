import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/ui/notice'

const DONE = ['sent', 'noted', 'routed', 'offered', 'categorised', 'closed', 'already'] as const

/** Says what has just been done; the address carries it over the redirect. */
export function StepDone({ done }: { done: string | null }) {
	const { t } = useTranslation('operator')
	const known = DONE.find((step) => step === done)
	if (!known) return null
	return (
		<Notice tone={known === 'already' ? 'wait' : 'good'} announce>
			{t(`done.${known}`)}
		</Notice>
	)
}
