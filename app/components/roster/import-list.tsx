import { useTranslation } from 'react-i18next'
import { MoreLink } from '~/components/ui/more-link'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { ImportLine } from '~/domain/roster/import-view'
import { ImportStateBadge } from './import-state'

/** Earlier imports, the newest first. */
export function ImportList({ base, imports, next }: { base: string; imports: ImportLine[]; next: string[] | null }) {
	const { t } = useTranslation('roster')
	return (
		<section aria-labelledby="earlier" className="mt-8">
			<h2 id="earlier" className="text-lead font-bold">
				{t('upload.earlier')}
			</h2>
			{imports.length === 0 ? <p className="text-muted">{t('upload.noneYet')}</p> : null}
			<ul className="mb-4 divide-y divide-line">
				{imports.map(({ id, fileName, state, createdAt, totalRows }) => (
					<li key={id} className="py-2">
						<div className="flex flex-wrap items-center gap-x-4">
							<TextLink tall to={`${base}/import/${id}`} className="min-w-0 break-all font-bold">
								{fileName}
							</TextLink>
							<ImportStateBadge state={state} />
						</div>
						<p className="flex flex-wrap gap-x-6 text-muted">
							<TimeText at={createdAt} />
							{totalRows > 0 ? <span>{t('preview.rows', { count: totalRows })}</span> : null}
						</p>
					</li>
				))}
			</ul>
			{next ? <MoreLink after={next} /> : null}
		</section>
	)
}
