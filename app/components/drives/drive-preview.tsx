import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SubmitButton } from '~/components/form/submit-button'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import type { Channel } from '~/domain/drives/drive-view'

type Props = { counted: Record<Channel, number>; values: Record<string, string | string[]> }

/** Who would be asked, and how; only this button asks them. */
export function DrivePreview({ counted, values }: Props) {
	const { t } = useTranslation('drives')
	const { email, station, phone } = counted
	const all = email + station + phone
	if (all === 0)
		return (
			<Notice tone="wait" title={t('new.nobody')} announce>
				{t('new.nobodyHint')}
			</Notice>
		)
	return (
		<section id="preview" className="mb-6 max-w-2xl rounded-card border-2 border-accent bg-card p-4 sm:p-5">
			<div role="status">
				<h2 className="text-lead font-bold">{t('new.counted', { count: all })}</h2>
			</div>
			<p>{t('new.split', { email, others: station + phone })}</p>
			<DescriptionList
				facts={[
					{ term: t('new.byEmail'), value: email },
					{ term: t('new.byStation'), value: station },
					{ term: t('new.byPhone'), value: phone },
				]}
			/>
			<p className="my-3 text-muted">{t('new.whatHappens')}</p>
			<Form method="post" reloadDocument>
				{Object.entries(values).map(([name, value]) =>
					typeof value === 'string' && name !== 'intent' ? (
						<input key={name} type="hidden" name={name} value={value} />
					) : null,
				)}
				<SubmitButton name="intent" value="start">
					{t('new.start', { count: all })}
				</SubmitButton>
			</Form>
		</section>
	)
}
