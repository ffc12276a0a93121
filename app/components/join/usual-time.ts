import { useTranslation } from 'react-i18next'

/** How long something usually takes, in the words of people who wait: within a day, or so many days. */
export function useUsualTime() {
	const { t } = useTranslation('join')
	return (hours: number) =>
		hours <= 24 ? t('usual.withinDay') : t('usual.days', { count: Math.max(2, Math.round(hours / 24)) })
}
