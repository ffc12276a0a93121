import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { WorkFields } from '~/components/members/work-fields'
import { OwnWorkForm } from '~/domain/members/member.schema'
import { changeMember } from '~/domain/members/member-steps.server'
import { listPlatforms, listSectors } from '~/domain/vocabulary/vocabulary.server'
import { parseForm } from '~/lib/form-data'
import { refusedWith, step } from './member-step.server'
import { showOwn } from './own-step.server'

export const handle = { title: 'membership:titles.work' } satisfies PageHandle

export const loader = (call: LoaderFunctionArgs) =>
	showOwn(call, async (db, { sectorCode, platformCode, workingForm }, language) => {
		const [sectors, platforms] = await Promise.all([listSectors(db, language), listPlatforms(db, language)])
		return { known: { sectorCode, platformCode, workingForm, stationId: null }, sectors, platforms }
	})

export async function action({ request, params: { membershipId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), OwnWorkForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { sector, platform = null, workingForm = null } = parsed.data
	const answer = await step(request, '/union/membership', 'ownChanged', async (db) => {
		await changeMember(db, membershipId, { sector, platform, workingForm }, { own: true })
	})
	return data(answer.data, refusedWith(answer))
}

export default function OwnWork() {
	const { t } = useTranslation('membership')
	const { over, ...choices } = useLoaderData<typeof loader>()
	return (
		<StepPage back="/union/membership" category={over} title={t('titles.work')}>
			<WorkFields {...choices} stations={null} reply={useActionData<typeof action>()} />
		</StepPage>
	)
}
