import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkTabs } from '~/components/ui/link-tabs'
import { JustRecorded } from '~/components/members/station-ask'
import { StationMembers } from '~/components/members/station-members'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { listMyStations, listStationMembers } from '~/domain/members/my-stations.server'
import { answerOf, readStationAsk } from '~/domain/members/station-ask.server'
import { listMyRoles } from '~/domain/organisations/roles.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'

export const handle = { title: 'stations:titles.mine' } satisfies PageHandle
const VIEWS = ['all', 'unanswered'] as const

/** A liaison's own stations and who belongs to them. Everything comes from functions that know no other station. */
export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = new URL(request.url).searchParams
	const view = VIEWS.find((known) => known === search.get('view')) ?? 'all'
	const after = search.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [stations, roles] = await Promise.all([listMyStations(db, language), listMyRoles(db, language)])
			const liaison = roles.find(({ role }) => role === 'liaison')
			if (!liaison) throw new AppError('forbidden')
			const asked = search.get('station')
			const station = asked ? stations.find(({ id }) => id === asked) : stations[0]
			if (asked && !station) throw new AppError('notFound')
			const organisationId = station?.organisationId ?? liaison.organisationId
			const list = station
				? await listStationMembers(db, station.id, view === 'unanswered', after)
				: { members: [], next: null }
			const done = search.get('recorded')
			const told = done ? await readStationAsk(db, language, done) : null
			const answer = told && answerOf(told)
			const recorded = told && answer && done ? { ...told, answer, askId: done } : null
			return { ...list, recorded, stations, station: station ?? null, organisationId, view, first: after.length === 0 }
		}),
	)
}

export default function MyStation() {
	const { t } = useTranslation(['stations', 'common'])
	const { recorded, stations, station, organisationId, members, next, view, first } = useLoaderData<typeof loader>()
	if (!station)
		return (
			<>
				<PageTitle>{t('stations:mine.stations')}</PageTitle>
				<EmptyState title={t('stations:mine.none')}>{t('stations:mine.noneHint')}</EmptyState>
			</>
		)
	const to = (also: string[][]) => `?${new URLSearchParams([['station', station.id], ['view', view], ...also])}`
	const counts = { all: station.members, unanswered: station.unanswered }
	return (
		<div className="max-w-2xl">
			<PageTitle over={station.organisationName} lead={t('stations:mine.lead', { station: station.name })}>
				{station.name}
			</PageTitle>
			{recorded ? <JustRecorded recorded={recorded} /> : null}
			{stations.length > 1 ? (
				<LinkTabs
					label={t('stations:mine.stations')}
					current={station.id}
					tabs={stations.map(({ id, name }) => ({ key: id, to: `?station=${id}`, label: name }))}
				/>
			) : null}
			<p className="mb-5">
				<LinkButton to={`/union/${organisationId}/signup`} tone="primary">
					{t('stations:mine.signup')}
				</LinkButton>
			</p>
			<LinkTabs
				label={t('stations:mine.viewsLabel')}
				current={view}
				tabs={VIEWS.map((key) => ({
					key,
					to: `?station=${station.id}&view=${key}`,
					label: t(`stations:mine.views.${key}`),
					count: counts[key],
				}))}
			/>
			<StationMembers members={members} view={view} first={first} />
			{next ? <LinkButton to={to(next.map((part) => ['after', part]))}>{t('common:actions.more')}</LinkButton> : null}
		</div>
	)
}
