import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/ui/notice'
import { TimeText } from '~/components/ui/time-text'

/** Stands on every page that speaks of membership beside help. */
export function HelpPromise() {
	const { t } = useTranslation('benefits')
	return <Notice title={t('promise')}>{t('promiseText')}</Notice>
}

/** Below an official source nothing is told as a fact: whom to ask, where it comes from and of which day. */
export function HowSure({ sure, confirmWith, source, checkedOn }: Sureness) {
	const { t } = useTranslation('benefits')
	const origin = (
		<p className="text-small text-muted">
			{sure ? `${t('sure')} ` : null}
			{t('source', { source })} <TimeText at={checkedOn} kind="date" relative={false} />
		</p>
	)
	return sure ? (
		origin
	) : (
		<Notice tone="wait" title={t('confirm', { who: confirmWith })}>
			{origin}
		</Notice>
	)
}
type Sureness = { sure: boolean; confirmWith: string; source: string; checkedOn: string }

export function MinMonths({ months }: { months: number | null }) {
	const { t } = useTranslation('benefits')
	if (months === null) return t('monthsUnknown')
	return t('minMonths', { count: months })
}
