import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '~/components/ui/button'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { EXPORTED_STATES } from '~/domain/roster/export.schema'
import type { MembershipState } from '~/domain/members/membership-state'
import { TABLE_FORMATS, type TableFormat } from '~/lib/table-file'

type Choice = { value: string; label: string }
function Select({ name, label, options }: { name: string; label: string; options: Choice[] }) {
	return (
		<div className="mb-6">
			<label htmlFor={name} className="font-bold">
				{label}
			</label>
			<select id={name} name={name} className="control mt-2">
				{options.map(({ value, label: text }) => (
					<option key={value} value={value}>
						{text}
					</option>
				))}
			</select>
		</div>
	)
}

/** Which members, and as what. */
export function ChooseExport({ stations }: { stations: { id: string; name: string }[] }) {
	const { t } = useTranslation('roster')
	return (
		<Form method="get" className="max-w-2xl">
			<Select
				name="state"
				label={t('export.state')}
				options={[
					{ value: '', label: t('export.all') },
					...EXPORTED_STATES.map((state) => ({ value: state, label: t(`export.states.${state}`) })),
				]}
			/>
			<Select
				name="station"
				label={t('export.station')}
				options={[
					{ value: '', label: t('export.allStations') },
					...stations.map(({ id, name }) => ({ value: id, label: name })),
				]}
			/>
			<Select
				name="format"
				label={t('export.format')}
				options={TABLE_FORMATS.map((format) => ({ value: format, label: t(`export.formats.${format}`) }))}
			/>
			<Button tone="primary">{t('export.next')}</Button>
		</Form>
	)
}

type Asked = {
	exportId: string
	format: TableFormat
	state: MembershipState | null
	station: string | null
	stationName: string | null
	members: number
}
/** What leaves the system, before it does. */
export function ConfirmExport({ base, asked }: { base: string; asked: Asked }) {
	const { t } = useTranslation('roster')
	const { exportId, format, state, station, stationName, members } = asked
	return (
		<div className="max-w-2xl">
			<p className="mb-3 text-lead font-bold">{t('export.members', { count: members })}</p>
			<DescriptionList
				facts={[
					{ term: t('export.state'), value: state ? t(`export.states.${state}`) : t('export.all') },
					{ term: t('export.station'), value: stationName ?? t('export.allStations') },
					{ term: t('export.format'), value: t(`export.formats.${format}`) },
				]}
			/>
			<ul className="my-4 list-disc space-y-2 pl-5">
				<li>{t('export.columns')}</li>
				<li>{t('export.never')}</li>
				<li>{t('export.logged')}</li>
			</ul>
			<Notice tone="wait">{t('export.care')}</Notice>
			<form method="post" action={`${base}/export/file`} className="flex flex-wrap gap-3">
				<input type="hidden" name="exportId" value={exportId} />
				<input type="hidden" name="format" value={format} />
				<input type="hidden" name="state" value={state ?? ''} />
				<input type="hidden" name="station" value={station ?? ''} />
				<Button tone="primary">{t('export.submit')}</Button>
				<LinkButton to={`${base}/export`}>{t('export.again')}</LinkButton>
			</form>
		</div>
	)
}
