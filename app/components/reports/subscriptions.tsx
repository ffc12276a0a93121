import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { Button } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { TextLink } from '~/components/ui/text-link'
import type { ReportPlace, ReportSubscription } from '~/domain/reports/report-line'
import type { Locale } from '~/i18n/resources'
import type { FormReply } from '~/lib/form-data'
import { LanguageSelect, PlaceSelect } from './choose-reports'

type Props = {
	subscriptions: ReportSubscription[]
	places: ReportPlace[]
	place: string
	language: Locale
	reply: FormReply | undefined
}

/** Letters that there is a new report: which ones somebody gets, how they end, and one more. */
export function Subscriptions({ subscriptions, places, place, language, reply }: Props) {
	const { t } = useTranslation('reports')
	const problems = Object.entries(reply?.errors ?? {}).map(([name, message]) => ({ name, message }))
	return (
		<Card title={t('letters.title')}>
			<p className="mb-3">{t('letters.lead')}</p>
			{subscriptions.length > 0 ? (
				<ul className="mb-4 divide-y divide-line border-y border-line">
					{subscriptions.map((one) => (
						<li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4">
							<span>
								{one.organisation ?? t('everything')} · {t(`languages.${one.language}`)}
							</span>
							<TextLink to={`/union/reports/letters/${one.id}`} tall>
								{t('letters.stop')}
								<span className="sr-only">
									: {one.organisation ?? t('everything')} · {t(`languages.${one.language}`)}
								</span>
							</TextLink>
						</li>
					))}
				</ul>
			) : (
				<p className="mb-4 text-muted">{t('letters.none')}</p>
			)}
			<ErrorSummary problems={problems} />
			<Form method="post" reloadDocument className="flex flex-wrap items-end gap-4 print:hidden">
				<PlaceSelect id="letters" places={places} defaultValue={String(reply?.values.place ?? place)} />
				<LanguageSelect id="letters" defaultValue={(reply?.values.language as Locale | undefined) ?? language} />
				<Button>{t('letters.start')}</Button>
			</Form>
		</Card>
	)
}
