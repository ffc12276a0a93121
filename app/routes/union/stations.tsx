import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkTabs } from '~/components/ui/link-tabs'
import { MemberDone } from '~/components/members/member-done'
import { StationList } from '~/components/members/station-list'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { listStations } from '~/domain/members/stations.server'
import { UNION_COUNT_CAP } from '~/domain/members/union.server'
import { localeOf } from '~/i18n/i18n.server'
import { useUnion } from './union'

export const handle = { title: 'stations:titles.list' } satisfies PageHandle
const VIEWS = ['open', 'closed'] as const

export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = new URL(request.url).searchParams
	const view = VIEWS.find((known) => known === search.get('view')) ?? 'open'
	const after = search.get('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => ({
			...(await listStations(db, language, organisationId, view === 'closed', after)),
			view,
			first: after === null,
			cap: UNION_COUNT_CAP,
		})),
	)
}

export default function Stations() {
	const { t } = useTranslation(['stations', 'common'])
	const { organisationId, organisationName } = useUnion()
	const { stations, next, view, first, cap } = useLoaderData<typeof loader>()
	const base = `/union/${organisationId}/stations`
	const more = next && new URLSearchParams([['view', view], ...next.map((part) => ['after', part])])
	return (
		<>
			<MemberDone />
			<PageTitle over={organisationName}>{t('stations:titles.list')}</PageTitle>
			<p className="mb-5 flex flex-wrap gap-3">
				<LinkButton to={`${base}/new`} tone="primary">
					{t('stations:list.add')}
				</LinkButton>
				<LinkButton to={`${base}/liaisons`}>{t('stations:list.liaisons')}</LinkButton>
			</p>
			<LinkTabs
				label={t('stations:list.viewsLabel')}
				current={view}
				tabs={VIEWS.map((key) => ({ key, to: `?view=${key}`, label: t(`stations:list.views.${key}`) }))}
			/>
			<StationList base={base} stations={stations} closed={view === 'closed'} first={first} cap={cap} />
			{more ? <LinkButton to={`?${more}`}>{t('common:actions.more')}</LinkButton> : null}
		</>
	)
}
