import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { JoinFrame } from '~/components/join/join-frame'
import { WorkFields } from '~/components/join/work-fields'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { JoinWorkSchema } from '~/domain/members/joining.schema'
import { listStations } from '~/domain/members/joining.server'
import { listPlatforms, listSectors } from '~/domain/vocabulary/vocabulary.server'
import { Refused } from './filing-steps.server'
import { showJoining, takeJoining } from './joining.server'

export const handle = { title: 'filing:work.title' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	showJoining(request, 'work', async (db, { draft, language }) => ({
		sectors: await listSectors(db, language),
		platforms: await listPlatforms(db, language),
		stations: await listStations(db, draft.union?.union ?? ''),
		/** The poster hung there. */
		station: draft.campaign?.union === draft.union?.union ? draft.campaign?.station : undefined,
	}))

export const action = ({ request }: ActionFunctionArgs) =>
	takeJoining(request, 'work', {
		schema: JoinWorkSchema,
		keep: async (db, answers, { draft, language }) => {
			const union = draft.union?.union ?? ''
			const [sectors, platforms] = [await listSectors(db, language), await listPlatforms(db, language)]
			if (!sectors.some(({ code }) => code === answers.sector))
				throw new Refused({ sector: 'join:errors.sectorMissing' })
			if (answers.platform && !platforms.some(({ code }) => code === answers.platform))
				throw new Refused({ platform: 'filing:errors.platformUnknown' })
			if (answers.station && !(await listStations(db, union)).some(({ id }) => id === answers.station))
				throw new Refused({ station: 'join:errors.stationUnknown' })
			return { ...answers, union }
		},
	})

export default function JoinWorkPage() {
	const { t } = useTranslation(['filing', 'common'])
	const { draft, station, ...lists } = useLoaderData<typeof loader>()
	const { field, formProps, problems, watch } = useZodForm(JoinWorkSchema, {
		defaultValues: {
			sector: draft.work?.sector,
			platform: draft.work?.platform,
			workingForm: draft.work?.workingForm,
			station: draft.work ? draft.work.station : station,
		},
		reply: useActionData<typeof action>(),
	})
	return (
		<JoinFrame step="work" draft={draft}>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<PageTitle>{t('work.title')}</PageTitle>
				<WorkFields field={field} sector={watch('sector')} {...lists} />
				<SubmitButton>{t('common:actions.continue')}</SubmitButton>
			</Form>
		</JoinFrame>
	)
}
