import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { OwnApplication } from '~/domain/members/own-application'
import { ApplicationHistory } from './application-history'
import { ApplicationStateBadge } from './application-state-badge'
import { PromiseLine } from './join-promise'
import { useUsualTime } from './usual-time'

/** How an application stands, who decides, and what whoever made it can do next. Moments come as text where they went through JSON. */
type Shown = Omit<OwnApplication, 'submittedAt' | 'firstSubmittedAt'> & {
	submittedAt: Date | string
	firstSubmittedAt: Date | string
}

export function ApplicationPage({ own, justWithdrawn }: { own: Shown; justWithdrawn: boolean }) {
	const { t } = useTranslation(['join', 'track'])
	const usual = useUsualTime()
	const { state, unionName, membership } = own
	const open = state === 'submitted' || state === 'returned'
	return (
		<>
			{justWithdrawn ? (
				<Notice tone="good" announce>
					{t('status.justWithdrawn')}
				</Notice>
			) : null}
			<PageTitle over={own.reference} lead={t(`status.says.${state}`, { union: unionName })}>
				{t('status.heading')}
			</PageTitle>
			<p className="mb-4">
				<ApplicationStateBadge state={state} />
			</p>
			{state === 'returned' || state === 'rejected' ? <Why own={own} /> : null}
			{state === 'approved' && membership ? (
				<Card title={t('status.member')}>
					<DescriptionList
						facts={[
							{ term: t('status.number'), value: <b className="font-mono select-all">{membership.number}</b> },
							{ term: t('status.union'), value: unionName },
							{ term: t('status.since'), value: <TimeText at={membership.joinedAt} kind="date" relative={false} /> },
						]}
					/>
					<LinkButton to="/union/card" tone="primary" reloadDocument className="mt-3">
						{t('status.card')}
					</LinkButton>
				</Card>
			) : (
				<DescriptionList
					facts={[
						...(own.name ? [{ term: t('you.name'), value: own.name }] : []),
						{ term: t(open ? 'status.decides' : 'status.union'), value: unionName },
						{ term: t('status.sent'), value: <TimeText at={own.submittedAt} /> },
						...(state === 'submitted' && own.usualHours !== null
							? [{ term: t('status.usual'), value: usual(own.usualHours) }]
							: []),
					]}
				/>
			)}
			<h2 className="mt-6 mb-2 text-lead font-bold">{t('status.history')}</h2>
			<ApplicationHistory events={own.events} />
			{open ? (
				<p className="my-4">
					<TextLink to="/union/join/status/withdraw" tall reloadDocument>
						{t('status.withdraw')}
					</TextLink>
				</p>
			) : null}
			<PromiseLine />
			<Form method="post" action="/union/join/status/close" reloadDocument className="mt-6">
				<h2 className="text-lead font-bold">{t('track:request.shared')}</h2>
				<p className="mb-3">{t('status.sharedText')}</p>
				<Button>{t('track:request.close')}</Button>
			</Form>
		</>
	)
}

/** The union's reason, its own words, and the way out. */
function Why({ own }: { own: Shown }) {
	const { t } = useTranslation('join')
	return (
		<Notice tone="wait" title={own.reason}>
			{own.reasonNote ? <p className="whitespace-pre-line">{t('status.note', { note: own.reasonNote })}</p> : null}
			<p>{own.whatNext}</p>
			{own.state === 'returned' ? (
				<Form method="post" action="/union/join/status/correct" reloadDocument className="mt-3">
					<Button tone="primary">{t('status.correct')}</Button>
				</Form>
			) : null}
		</Notice>
	)
}
