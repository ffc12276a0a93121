import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/components/ui/empty-state'
import { MoreLink } from '~/components/ui/more-link'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { DriveLine } from '~/domain/drives/drive-view'
import { DriveState } from './drive-state'

type Props = { base: string; drives: DriveLine[]; next: string[] | null; first: boolean }

/** The drives of a union, the newest first. */
export function DriveList({ base, drives, next, first }: Props) {
	const { t } = useTranslation('drives')
	if (drives.length === 0 && first) return <EmptyState title={t('list.none')}>{t('list.noneHint')}</EmptyState>
	return (
		<>
			<ul className="mb-4 divide-y divide-line border-y border-line">
				{drives.map((drive) => (
					<li key={drive.id} className="py-3">
						<div className="flex flex-wrap items-center gap-x-4">
							<TextLink tall to={`${base}/drives/${drive.id}`} className="font-bold">
								{drive.name}
							</TextLink>
							<DriveState drive={drive} />
						</div>
						<p className="flex flex-wrap gap-x-6 text-muted">
							<span>
								{t('list.asked')} {drive.asked.toLocaleString('en')}
							</span>
							<span>
								{t('list.answerBy')} <TimeText at={drive.answerBy} kind="date" />
							</span>
							<span>
								{t('list.started')} <TimeText at={drive.createdAt} kind="date" relative={false} />
							</span>
						</p>
					</li>
				))}
			</ul>
			{next ? <MoreLink after={next} /> : null}
		</>
	)
}
