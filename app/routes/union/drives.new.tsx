import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { DriveForm } from '~/components/drives/drive-form'
import { DrivePreview } from '~/components/drives/drive-preview'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { asUser, readAs } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import type { Channel } from '~/domain/drives/drive-view'
import { DriveSchema, dayFromNow } from '~/domain/drives/drive.schema'
import { listMemberAreas, listStations } from '~/domain/drives/drive-choices.server'
import { previewDrive, startDrive } from '~/domain/drives/drives.server'
import { listPlatforms, listSectors } from '~/domain/vocabulary/vocabulary.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'
import { useUnion } from './union'

export const handle = { title: 'drives:titles.new' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [areas, sectors, platforms, stations] = await Promise.all([
				listMemberAreas(db, language, organisationId),
				listSectors(db, language),
				listPlatforms(db, language),
				listStations(db, organisationId),
			])
			return { choices: { areas, sectors, platforms, stations }, defaultValues: startingValues() }
		}),
	)
}

const startingValues = () => ({ driveId: randomUUID(), since: dayFromNow(-180), answerBy: dayFromNow(21) })

type Shown = { reply: FormReply; counted: Record<Channel, number> | null }
/** Shows how many it would be; asks them only when told so with the number in sight. */
export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const parsed = parseForm(form, DriveSchema)
	if (!parsed.ok) return data({ reply: parsed.reply, counted: null }, { status: 422 })
	const drive = parsed.data
	const values = formValues(form, DriveSchema)
	return signedIn(request, async (user): Promise<Shown> => {
		if (form.get('intent') !== 'start') {
			const counted = await readAs(user, (db) => previewDrive(db, organisationId, drive))
			return { reply: { values, errors: {} }, counted }
		}
		const asked = await asUser(user, (db) => startDrive(db, organisationId, drive)).catch((error: unknown) => {
			if (toAppError(error)?.code === 'invalid') return null
			throw error
		})
		if (asked === null) return { reply: { values, errors: { since: 'drives:errors.nobody' } }, counted: null }
		throw redirect(`/union/${organisationId}/drives/${drive.driveId}?done=started`, 303)
	})
}

export default function NewDrive() {
	const { t } = useTranslation('drives')
	const { organisationName } = useUnion()
	const { choices, defaultValues } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageTitle over={organisationName} lead={t('new.lead')}>
				{t('titles.new')}
			</PageTitle>
			{answer?.counted ? <DrivePreview counted={answer.counted} values={answer.reply.values} /> : null}
			<DriveForm choices={choices} defaultValues={defaultValues} reply={answer?.reply} />
		</>
	)
}
