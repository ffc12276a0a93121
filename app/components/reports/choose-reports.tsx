import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { EVERYTHING, type ReportPlace } from '~/domain/reports/report-line'
import { LOCALES, type Locale } from '~/i18n/resources'

type Props = { places: ReportPlace[]; place: string; language: Locale }

/** Which place's reports are listed, and in which language they are written. */
export function ChooseReports({ places, place, language }: Props) {
	const { t } = useTranslation('reports')
	return (
		<form method="get" className="mb-5 flex flex-wrap items-end gap-4 print:hidden">
			<PlaceSelect id="list" places={places} defaultValue={place} />
			<LanguageSelect id="list" defaultValue={language} />
			<Button>{t('show')}</Button>
		</form>
	)
}

export function PlaceSelect({ id, places, defaultValue }: { id: string; places: ReportPlace[]; defaultValue: string }) {
	const { t } = useTranslation('reports')
	return (
		<div className="min-w-0 max-w-full">
			<label htmlFor={`${id}-place`} className="block font-bold">
				{t('place')}
			</label>
			<select id={`${id}-place`} name="place" defaultValue={defaultValue} className="control max-w-full">
				<option value={EVERYTHING}>{t('everything')}</option>
				{places.map((one) => (
					<option key={one.id} value={one.id}>
						{one.mine ? t('mine', { name: one.name }) : one.name}
					</option>
				))}
			</select>
		</div>
	)
}

export function LanguageSelect({ id, defaultValue }: { id: string; defaultValue: Locale }) {
	const { t } = useTranslation('reports')
	return (
		<div>
			<label htmlFor={`${id}-language`} className="block font-bold">
				{t('language')}
			</label>
			<select id={`${id}-language`} name="language" defaultValue={defaultValue} className="control">
				{LOCALES.map((one) => (
					<option key={one} value={one}>
						{t(`languages.${one}`)}
					</option>
				))}
			</select>
		</div>
	)
}
