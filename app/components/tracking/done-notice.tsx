import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/ui/notice'
import type track from '~/i18n/locales/en/track'

type Done = keyof (typeof track)['done']

/** Where an action leads once it is done, with the word that says so. */
export const afterwards = (path: string, done: Done) => `${path}?done=${done}`

/** Says what has just been done. */
export function DoneNotice() {
	const { t } = useTranslation('track')
	const done = useSearchParams()[0].get('done')
	const known = t('done', { returnObjects: true }) as Record<Done, string>
	const text = done && Object.hasOwn(known, done) ? known[done as Done] : null
	return text ? (
		<Notice tone="good" announce>
			{text}
		</Notice>
	) : null
}
