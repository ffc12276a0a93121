import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { refusable } from '~/auth/refusals.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { CloseStation } from '~/components/members/close-station'
import { MemberDone } from '~/components/members/member-done'
import { StationFields } from '~/components/members/station-fields'
import { StationLiaisons } from '~/components/members/station-liaisons'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAs } from '~/db/db.server'
import { getStation, listLiaisons, readStationChoices } from '~/domain/members/stations.server'
import { localeOf } from '~/i18n/i18n.server'
import { refusedWith, step } from './member-step.server'
import { stationStep } from './station-steps.server'

export const handle = { title: 'stations:titles.one' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', stationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [station, choices, { liaisons }] = await Promise.all([
				getStation(db, language, organisationId, stationId),
				readStationChoices(db, language, organisationId),
				listLiaisons(db, organisationId),
			])
			const here = new Set(station.liaisons.map(({ userId }) => userId))
			const others = liaisons.filter(({ userId }) => !here.has(userId))
			return { ...station, ...choices, others, organisationId }
		}),
	)
}

export async function action({ request, params: { organisationId = '', stationId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const asked = await refusable(async () => stationStep(form, stationId))
	if ('reply' in asked) return data(asked.reply, { status: 422 })
	const to = `/union/${organisationId}/stations/${stationId}`
	const answer = await step(request, to, asked.done, asked.work)
	return data(answer.data, refusedWith(answer))
}

export default function StationPage() {
	const { t } = useTranslation('stations')
	const { others, areas, platforms, organisationId, ...station } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	const base = `/union/${organisationId}`
	const ofLiaisons = reply && 'liaison' in { ...reply.values, ...reply.errors }
	return (
		<div className="max-w-2xl">
			{reply ? null : <MemberDone />}
			<PageTitle over={<TextLink to={`${base}/stations`}>{t('titles.list')}</TextLink>}>{station.name}</PageTitle>
			<p className="mb-5">
				<LinkButton to={`${base}/members?station=${station.id}`}>{t('one.list')}</LinkButton>
			</p>
			{station.closedAt ? (
				<CloseStation closedAt={station.closedAt} />
			) : (
				<>
					<StationLiaisons here={station.liaisons} others={others} reply={ofLiaisons ? reply : undefined} />
					<Card title={t('one.change')}>
						<StationFields
							{...{ station, areas, platforms }}
							reply={ofLiaisons ? undefined : reply}
							submit={t('one.save')}
						/>
					</Card>
					<CloseStation closedAt={null} />
				</>
			)}
		</div>
	)
}
