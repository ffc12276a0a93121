import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { NAMESPACES } from './resources'

type AnyText = TFunction<typeof NAMESPACES>

/**
 * `t` for a key that comes from elsewhere and names its namespace itself: a title, a reason why something was refused.
 * `useTranslation(NAMESPACES)` would make every browser fetch every text there is.
 */
export function useAnyText(): AnyText {
	const { t, i18n } = useTranslation('common', { bindI18n: 'languageChanged loaded' })
	return ((key: string, values?: object) => {
		const namespace = key.split(':')[0] as (typeof NAMESPACES)[number]
		i18n.reportNamespaces?.addUsedNamespaces([namespace])
		if (!i18n.hasLoadedNamespace(namespace)) void i18n.loadNamespaces(namespace)
		return (t as (key: string, values?: object) => string)(key, values)
	}) as AnyText
}
