import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { DeskTabs } from '~/components/desk/desk-tabs'
import { DoneNotice } from '~/components/desk/done-notice'
import { HeldList } from '~/components/desk/held-list'
import { NarrowedNotice } from '~/components/desk/narrowed'
import { OfferList } from '~/components/desk/offer-list'
import { ViewTabs } from '~/components/desk/view-tabs'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { QUEUE_FILTERS } from '~/domain/cases/desk-now'
import { QUEUE_VIEWS } from '~/domain/cases/queue-view'
import { PAGE, listHeld, readDesk } from '~/domain/cases/queue.server'
import { listOffers } from '~/domain/referrals/referrals.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'desk:queue.title' } satisfies PageHandle

/** The address names the organisation: a person may work for two. All statements leave together. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = new URL(request.url).searchParams
	const [at, id] = search.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const asked = QUEUE_VIEWS.find((view) => view === search.get('view'))
			const view = asked ?? 'all'
			const after = at && id ? { at, id } : undefined
			const only = view === 'closed' ? undefined : QUEUE_FILTERS.find((filter) => filter === search.get('only'))
			const who = view === 'closed' ? undefined : (search.get('who') ?? undefined)
			const [desk, cases] = await Promise.all([
				readDesk(db, language, organisationId, after ? null : listOffers(db, language, organisationId)),
				listHeld(db, language, organisationId, view, after, { only, who }),
			])
			const last = cases.length === PAGE ? cases[PAGE - 1] : undefined
			const moment = last && (view === 'closed' ? last.closedAt : last.nextAt)
			return {
				...desk,
				view,
				only,
				who,
				first: !after,
				cases: [...cases],
				next: last && moment ? [moment.toISOString(), last.id] : null,
			}
		}),
	)
}

export default function Queue() {
	const { t } = useTranslation('desk')
	const { organisationId, organisationName, seesNow, offers, cases, first, next, view, only, who, mine, all, closed } =
		useLoaderData<typeof loader>()
	const [search] = useSearchParams()
	return (
		<>
			<DoneNotice done={search.get('done')} />
			{seesNow ? <DeskTabs organisationId={organisationId} current="queue" /> : null}
			<PageTitle over={organisationName}>{t('queue.title')}</PageTitle>
			<div className={first ? 'lg:grid lg:grid-cols-[24rem_minmax(0,1fr)] lg:items-start lg:gap-8' : undefined}>
				{first ? (
					<section aria-labelledby="offers" className="mb-6">
						<h2 id="offers" className="text-lead font-bold">
							{t('queue.offers')}
						</h2>
						<OfferList offers={offers} />
					</section>
				) : null}
				<section aria-labelledby="cases">
					<h2 id="cases" className="text-lead font-bold">
						{t('queue.cases')}
					</h2>
					<ViewTabs current={view} counts={{ mine, all, closed }} />
					{only || who ? <NarrowedNotice only={only} name={who ? (cases[0]?.assignee ?? null) : undefined} /> : null}
					<HeldList cases={cases} view={view} narrowed={{ only, who }} first={first} next={next} />
				</section>
			</div>
		</>
	)
}
