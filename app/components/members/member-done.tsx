import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/ui/notice'

const DONE = [
	...(['changed', 'left', 'rejoined', 'asked', 'withdrawn', 'accepted', 'refused'] as const),
	...([
		'stationAdded',
		'stationClosed',
		'stationOpened',
		'liaisonNamed',
		'liaisonEnded',
		'roleEnded',
		'revoked',
	] as const),
	...(['ownChanged', 'ownLeft', 'ownAsked'] as const),
]

/** Says what has just been done; the address of the page carries it over the redirect. */
export function MemberDone() {
	const { t } = useTranslation('members')
	const done = useSearchParams()[0].get('done')
	const known = DONE.find((step) => step === done)
	if (!known) return null
	return (
		<Notice tone="good" announce>
			{t(`done.${known}`)}
		</Notice>
	)
}
