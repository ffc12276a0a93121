import { useTranslation } from 'react-i18next'
import type { Locale } from '~/i18n/resources'

/** What the words of a page of figures are made with. */
export function useSay() {
	const { t, i18n } = useTranslation('figures')
	return { t, locale: i18n.language as Locale }
}

export const DEFINITIONS = '/union/figures/definitions'
/** The part of the definitions that says why something is not shown. */
export const NOT_SHOWN = `${DEFINITIONS}#not-shown`
