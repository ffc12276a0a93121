import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { DeskTabs } from '~/components/desk/desk-tabs'
import type { PageHandle } from '~/components/layout/page-handle'
import { Count, LiveFigure } from '~/components/live/live-figure'
import { LiveLoad } from '~/components/live/live-load'
import { EmptyState } from '~/components/ui/empty-state'
import { PageTitle } from '~/components/ui/page-title'
import { PrintButton } from '~/components/ui/print-button'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import { readAs } from '~/db/db.server'
import { NOW_FIGURES } from '~/domain/cases/desk-now'
import { readDeskNow } from '~/domain/cases/desk-now.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'live:title', scripts: false } satisfies PageHandle

/** For managers and officers, of their own organisation alone. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) => readAs(user, (db) => readDeskNow(db, language, organisationId)))
}

export default function Now() {
	const { t } = useTranslation('live')
	const { organisationId, organisationName, roles, now } = useLoaderData<typeof loader>()
	const works = roles.includes('caseworker') || roles.includes('manager') // an officer alone has no desk to look at
	const readsMessages = roles.includes('caseworker')
	const base = works ? `/desk/${organisationId}` : null
	const nothing = now.open === 0 && !now.figures.offers
	const linkOf = (figure: (typeof NOW_FIGURES)[number]) => {
		if (figure === 'offers') return base && `${base}#offers`
		return base && (figure !== 'messages' || readsMessages) ? `${base}?view=all&only=${figure}` : null
	}
	return (
		<>
			{works ? <DeskTabs organisationId={organisationId} current="now" /> : null}
			<PageTitle over={organisationName}>{t('title')}</PageTitle>
			<div className="mb-5 rounded-card border-2 border-dashed border-wait px-4 py-3">
				<p className="font-bold">
					{t('asOf')} <TimeText at={now.at} relative={false} />
				</p>
				<p>{t('notPublished')}</p>
			</div>
			{nothing ? <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState> : null}
			<p className="mb-3 flex flex-wrap items-baseline gap-x-3 text-lead">
				{t('open')} <Count value={now.open} to={base && `${base}?view=all`} label={t('look')} />
				{now.more ? <span className="text-small text-muted">{t('more', { count: now.open })}</span> : null}
			</p>
			<div className="lg:grid lg:grid-cols-2 lg:items-start lg:gap-x-6">
				{NOW_FIGURES.map((figure) => (
					<LiveFigure
						key={figure}
						figure={figure}
						{...(now.figures[figure] ?? { cases: 0, oldest: [] })}
						at={now.at}
						to={linkOf(figure)}
						open={works}
					/>
				))}
			</div>
			<LiveLoad
				people={now.people}
				unassigned={now.figures.unassigned?.cases ?? 0}
				base={base}
				readsMessages={readsMessages}
			/>
			<p className="mb-5 flex flex-wrap items-center gap-x-5">
				<PrintButton>{t('print')}</PrintButton>
				{roles.includes('officer') ? (
					<TextLink to={`/union/${organisationId}`} tall>
						{t('union')}
					</TextLink>
				) : null}
			</p>
		</>
	)
}
