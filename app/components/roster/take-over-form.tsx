import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SingleCheckbox } from '~/components/form/single-checkbox'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Notice } from '~/components/ui/notice'
import { TakeOverSchema } from '~/domain/roster/import.schema'
import type { Counts, NewStations } from '~/domain/roster/import-view'
import type { FormReply } from '~/lib/form-data'

type Props = { counts: Counts; stations: NewStations; reply: FormReply | undefined }

/** Only this button writes anything to members; it says what. */
export function TakeOverForm({ counts, stations, reply }: Props) {
	const { t, i18n } = useTranslation('roster')
	const [made, changed] = [counts.new ?? 0, counts.update ?? 0]
	const { field, formProps, problems } = useZodForm(TakeOverSchema, {
		defaultValues: { existing: 'update', stations: 'yes' },
		reply,
	})
	if (made + changed === 0) return <Notice title={t('take.nothing')}>{t('take.nothingHint')}</Notice>
	const more = stations.count > stations.names.length ? [t('take.more')] : []
	const names = new Intl.ListFormat(i18n.language, { type: 'conjunction', style: 'narrow' }).format([
		...stations.names,
		...more,
	])
	return (
		<Form {...formProps} className="mb-6 max-w-2xl rounded-card border-2 border-accent bg-card p-4 sm:p-5">
			<ErrorSummary problems={problems} />
			<h2 className="mb-3 text-lead font-bold">{t('take.title')}</h2>
			<input type="hidden" name="made" value={made} />
			<input type="hidden" name="changed" value={changed} />
			{changed > 0 ? (
				<RadioGroup
					{...field('existing')}
					label={t('take.existing')}
					options={[
						{ value: 'update', label: t('take.update'), hint: t('take.updateHint') },
						{ value: 'skip', label: t('take.skip') },
					]}
				/>
			) : null}
			{stations.count > 0 ? (
				<SingleCheckbox
					{...field('stations')}
					label={t('take.stations', { count: stations.count, names })}
					hint={t('take.stationsHint')}
				/>
			) : null}
			<SubmitButton name="intent" value="take">
				{t('take.submit', { made, changed })}
			</SubmitButton>
		</Form>
	)
}
