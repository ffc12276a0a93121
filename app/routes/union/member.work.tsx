import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { WorkFields } from '~/components/members/work-fields'
import { readAs } from '~/db/db.server'
import { WorkForm } from '~/domain/members/member.schema'
import { changeMember } from '~/domain/members/member-steps.server'
import { getMember } from '~/domain/members/members.server'
import { listStationNames } from '~/domain/members/stations.server'
import { listPlatforms, listSectors } from '~/domain/vocabulary/vocabulary.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'
import { refusedWith, step } from './member-step.server'

export const handle = { title: 'members:titles.work' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', membershipId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [member, stations, sectors, platforms] = await Promise.all([
				getMember(db, language, organisationId, membershipId),
				listStationNames(db, organisationId),
				listSectors(db, language),
				listPlatforms(db, language),
			])
			// a station that was closed meanwhile stays what it is, until somebody chooses another one
			const closed = member.stationId && !stations.some(({ code }) => code === member.stationId)
			if (closed) stations.push({ code: member.stationId!, name: member.station ?? '' })
			return { ...member, stations, sectors, platforms }
		}),
	)
}

export async function action({ request, params: { organisationId = '', membershipId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), WorkForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { sector, platform = null, workingForm = null, station = null } = parsed.data
	const answer = await step(request, `/union/${organisationId}/members/${membershipId}`, 'changed', async (db) => {
		await changeMember(db, membershipId, { sector, platform, workingForm, station })
	})
	return data(answer.data, refusedWith(answer))
}

export default function MemberWork() {
	const { t } = useTranslation('members')
	const { sectors, platforms, stations, ...member } = useLoaderData<typeof loader>()
	return (
		<StepPage
			back={`/union/${member.organisationId}/members/${member.id}`}
			category={member.name}
			title={t('titles.work')}
		>
			<WorkFields known={member} reply={useActionData<typeof action>()} {...{ sectors, platforms, stations }} />
		</StepPage>
	)
}
