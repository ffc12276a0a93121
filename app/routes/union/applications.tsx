import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { useUsualTime } from '~/components/join/usual-time'
import type { PageHandle } from '~/components/layout/page-handle'
import { ReviewDone } from '~/components/review/review-done'
import { ReviewRows } from '~/components/review/review-rows'
import { ReviewFilter, ReviewViews } from '~/components/review/review-views'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { standsInTheWay } from '~/domain/members/application-doubles'
import { REVIEW_VIEWS } from '~/domain/members/review.schema'
import { listApplications, listDoubles, listFilters, readPace, requireOfficer } from '~/domain/members/review.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'join:review.titles.list', scripts: false } satisfies PageHandle

/** A page of the queue with what may be double in it. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = new URL(request.url).searchParams
	const view = REVIEW_VIEWS.find((known) => known === search.get('view')) ?? 'waiting'
	const chosen = { campaign: search.get('campaign') ?? '', station: search.get('station') ?? '' }
	const after = search.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			await requireOfficer(db, organisationId)
			const { items, next } = await listApplications(db, language, organisationId, view, chosen, after)
			const waiting = view === 'waiting' ? items.map(({ id }) => id) : []
			const doubles = await listDoubles(db, organisationId, waiting)
			return {
				...{ organisationId, items, next, view, chosen, first: after.length === 0 },
				doubled: doubles.filter(standsInTheWay).map(({ applicationId }) => applicationId),
				ticked: search.get('tick') === 'all',
				done: search.get('done'),
				filters: await listFilters(db, organisationId),
				pace: await readPace(db, organisationId),
			}
		}),
	)
}

export default function Applications() {
	const { t } = useTranslation(['join', 'common'])
	const usual = useUsualTime()
	const { organisationId, items, next, view, chosen, first, doubled, ticked, done, filters, pace } =
		useLoaderData<typeof loader>()
	const kept = [['view', view], ...Object.entries(chosen).filter(([, id]) => id !== '')]
	const start = new URLSearchParams(kept).toString()
	const more = next && new URLSearchParams([...kept, ...next.map((part) => ['after', part])])
	const filtered = chosen.campaign !== '' || chosen.station !== ''
	return (
		<>
			<ReviewDone done={done} />
			<PageTitle lead={t('review.lead')}>{t('review.titles.list')}</PageTitle>
			<p className="mb-4">
				{pace ? t('review.pace', { time: usual(pace.medianHours), count: pace.decided }) : t('review.noPace')}
			</p>
			<ReviewViews current={view} chosen={chosen} />
			<ReviewFilter view={view} chosen={chosen} {...filters} />
			{items.length === 0 && first ? (
				<EmptyState title={t(filtered ? 'review.empty.filtered' : `review.empty.${view}`)}>
					{t(filtered ? 'review.empty.filteredHint' : `review.empty.${view}Hint`)}
				</EmptyState>
			) : (
				<ReviewRows
					items={items}
					view={view}
					base={`/union/${organisationId}/applications`}
					doubled={doubled}
					ticked={ticked}
					address={start}
				/>
			)}
			<p className="flex flex-wrap gap-3">
				{more ? <LinkButton to={`?${more}`}>{t('common:actions.more')}</LinkButton> : null}
				{first ? null : <LinkButton to={`?${start}`}>{t('review.row.start')}</LinkButton>}
			</p>
		</>
	)
}
