import { useTranslation } from 'react-i18next'
import { MoreLink } from '~/components/ui/more-link'
import { TimeText } from '~/components/ui/time-text'
import type { ExportLine } from '~/domain/roster/export-view'

/** Who took what out of the system, for every officer of the union. */
export function ExportLog({ exports, next }: { exports: ExportLine[]; next: string[] | null }) {
	const { t } = useTranslation('roster')
	return (
		<section aria-labelledby="log" className="mt-8">
			<h2 id="log" className="text-lead font-bold">
				{t('export.log')}
			</h2>
			{exports.length === 0 ? <p className="text-muted">{t('export.noLog')}</p> : null}
			<ul className="mb-4 divide-y divide-line">
				{exports.map(({ id, at, members, format, who }) => (
					<li key={id} className="flex flex-wrap gap-x-6 py-2">
						<TimeText at={at} />
						<span>{who ?? '–'}</span>
						<span className="text-muted">
							{t('export.logLine', { count: members, format: t(`export.formats.${format}`) })}
						</span>
					</li>
				))}
			</ul>
			{next ? <MoreLink after={next} /> : null}
		</section>
	)
}
