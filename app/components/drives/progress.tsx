import { useTranslation } from 'react-i18next'
import { DescriptionList } from '~/components/ui/description-list'
import { STANDINGS, type Progress } from '~/domain/drives/drive-view'
import { DRIVE_CHANNELS } from '~/domain/members/membership-state'

const WIDE = 1000

/** How far a drive is: a bar, and below it the numbers that the bar is made of. */
export function ProgressFigures({ progress }: { progress: Progress }) {
	const { t } = useTranslation('drives')
	const { asked, answered, waiting } = progress
	const share = (part: number) => (asked === 0 ? 0 : Math.round((part / asked) * WIDE))
	const title = t('progress.answeredOf', { answered, asked })
	return (
		<section aria-labelledby="progress" className="mb-6">
			<h2 id="progress" className="text-lead font-bold">
				{title}
			</h2>
			<svg
				role="img"
				aria-label={title}
				viewBox={`0 0 ${WIDE} 40`}
				preserveAspectRatio="none"
				className="my-2 h-5 w-full rounded-card border border-control"
			>
				<rect width={share(answered)} height="40" className="fill-accent" />
				<rect x={share(answered)} width={share(waiting)} height="40" className="fill-accent-soft" />
			</svg>
			<DescriptionList
				facts={[
					{ term: t('progress.asked'), value: asked.toLocaleString('en') },
					{ term: t('progress.answered'), value: answered.toLocaleString('en') },
					{ term: t('progress.waiting'), value: waiting.toLocaleString('en') },
				]}
			/>
			<ByChannel progress={progress} />
			<h3 className="mt-5 font-bold">{t('progress.through')}</h3>
			<DescriptionList
				facts={(['link', 'phone', 'station'] as const).map((way) => ({
					key: way,
					term: t(`through.${way}`),
					value: progress.through[way].toLocaleString('en'),
				}))}
			/>
		</section>
	)
}

function ByChannel({ progress }: { progress: Progress }) {
	const { t } = useTranslation('drives')
	const numbers = 'px-1 py-2 text-right tabular-nums'
	const sum = (row: Record<string, number>) => Object.values(row).reduce((all, one) => all + one, 0)
	const line = (name: string, row: Progress['byChannel'], key: string) => (
		<tr key={key}>
			<th scope="row" className="py-2 pr-2 text-left font-normal">
				{name}
			</th>
			{DRIVE_CHANNELS.map((channel) => (
				<td key={channel} className={numbers}>
					{row[channel].toLocaleString('en')}
				</td>
			))}
			<td className={`${numbers} font-bold`}>{sum(row).toLocaleString('en')}</td>
		</tr>
	)
	return (
		<>
			<table className="mt-5 w-full max-w-2xl">
				<caption className="text-left font-bold">{t('progress.table')}</caption>
				<thead className="border-b border-control text-muted">
					<tr>
						<th scope="col" className="py-2 pr-2 text-left font-normal">
							{t('progress.answer')}
						</th>
						{DRIVE_CHANNELS.map((channel) => (
							<th key={channel} scope="col" className={`${numbers} font-normal`}>
								{t(`channels.${channel}`)}
							</th>
						))}
						<th scope="col" className={`${numbers} font-normal`}>
							{t('progress.total')}
						</th>
					</tr>
				</thead>
				<tbody className="divide-y divide-line">
					{STANDINGS.map((standing) => line(t(`standings.${standing}`), progress.table[standing], standing))}
					{line(t('progress.asked'), progress.byChannel, 'asked')}
				</tbody>
			</table>
			<p className="mt-1 text-small text-muted">{t('droppedHint')}</p>
		</>
	)
}
