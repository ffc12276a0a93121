import { randomUUID } from 'node:crypto'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { StationFields } from '~/components/members/station-fields'
import { readAs } from '~/db/db.server'
import { StationForm } from '~/domain/members/station.schema'
import { addStation, readStationChoices } from '~/domain/members/stations.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm } from '~/lib/form-data'
import { refusedWith, step } from './member-step.server'
import { useUnion } from './union'

export const handle = { title: 'stations:titles.add' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => ({
		...(await readAs(user, (db) => readStationChoices(db, language, organisationId))),
		stationId: randomUUID(),
	}))
}

export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const parsed = parseForm(form, StationForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { stationId, name, area = null, platform = null } = parsed.data
	const to = `/union/${organisationId}/stations/${stationId}`
	const answer = await step(request, to, 'stationAdded', async (db) => {
		if ((await addStation(db, organisationId, stationId, { name, area, platform })) === 'name_taken')
			return { values: formValues(form, StationForm), errors: { name: 'stations:errors.nameTaken' } }
	})
	return data(answer.data, refusedWith(answer))
}

export default function AddStation() {
	const { t } = useTranslation('stations')
	const { organisationId, organisationName } = useUnion()
	const { stationId, areas, platforms } = useLoaderData<typeof loader>()
	return (
		<StepPage back={`/union/${organisationId}/stations`} category={organisationName} title={t('titles.add')}>
			<StationFields
				station={{ id: stationId }}
				{...{ areas, platforms }}
				reply={useActionData<typeof action>()}
				submit={t('list.add')}
			/>
		</StepPage>
	)
}
