import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { DescriptionList, type Fact } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TimeText } from '~/components/ui/time-text'
import type { DriveFacts, Progress } from '~/domain/drives/drive-view'
import type { Locale } from '~/i18n/resources'
import { formatDate } from '~/lib/format'
import { DriveState } from './drive-state'

type Props = { drive: DriveFacts; progress: Progress; done: string | null; base: string }

/** Which drive this is, what has just been done with it, and what can be done. */
export function DriveHead({ drive, progress, done, base }: Props) {
	const { t, i18n } = useTranslation('drives')
	const open = drive.state === 'open' && !drive.ending
	const whom = [
		t('progress.notSince', { day: formatDate(drive.notConfirmedSince, i18n.language as Locale) }),
		...[drive.area, drive.sector, drive.platform, drive.station].filter(Boolean),
	].join(' · ')
	const facts: Fact[] = [
		{ term: t('progress.whom'), value: whom },
		{ term: t('progress.until'), value: <TimeText at={drive.answerBy} /> },
		...(drive.remindedAt ? [{ term: t('progress.reminded'), value: <TimeText at={drive.remindedAt} /> }] : []),
		...(drive.closedAt ? [{ term: t('progress.ended'), value: <TimeText at={drive.closedAt} /> }] : []),
	]
	const said =
		done === 'started'
			? t('progress.done', { count: drive.asked })
			: done === 'recorded'
				? t('ask.recorded')
				: done === 'settled'
					? t('ask.settled')
					: done === 'reminded'
						? t('remind.done')
						: done === 'closed'
							? t('close.done')
							: null
	return (
		<>
			{said ? (
				<Notice tone="good" announce>
					{said}
				</Notice>
			) : null}
			<PageTitle over={t('titles.drive')}>{drive.name}</PageTitle>
			<p className="mb-3">
				<DriveState drive={drive} />
			</p>
			{drive.ending ? (
				<Notice tone="wait" title={t('progress.endingTitle')}>
					{t('progress.ending', { count: progress.waiting })}
				</Notice>
			) : null}
			<DescriptionList facts={facts} />
			{open ? (
				<p className="my-5 flex flex-wrap gap-3">
					{drive.remindedAt || progress.table.waiting.email === 0 ? null : (
						<LinkButton to={`${base}/remind`}>{t('remind.link')}</LinkButton>
					)}
					<LinkButton to={`${base}/close`} tone="danger">
						{t('close.link')}
					</LinkButton>
				</p>
			) : null}
		</>
	)
}
