import { useTranslation } from 'react-i18next'
import { TextLink } from '~/components/ui/text-link'

/** One quiet line on the start page, where there is a demo to be shown through. */
export function TourLine({ open }: { open: boolean }) {
	const { t } = useTranslation('home')
	if (!open) return null
	return (
		<p className="text-small text-muted">
			{t('tour.demo')}{' '}
			<TextLink to="/tour" tall>
				{t('tour.link')}
			</TextLink>
		</p>
	)
}
