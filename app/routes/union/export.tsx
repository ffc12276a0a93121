import { randomUUID } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { ChooseExport, ConfirmExport } from '~/components/roster/export-forms'
import { ExportLog } from '~/components/roster/export-log'
import { RosterTabs } from '~/components/roster/roster-tabs'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { listStations } from '~/domain/drives/drive-choices.server'
import { ExportSchema } from '~/domain/roster/export.schema'
import { countExport, listExports } from '~/domain/roster/exports.server'
import { useUnion } from './union'

export const handle = { title: 'roster:titles.export' } satisfies PageHandle

/** What to take; with `?format=` how many it would be and what leaves. Only the button there sends anything. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const { searchParams } = new URL(request.url)
	const asked = ExportSchema.safeParse({ ...Object.fromEntries(searchParams), exportId: randomUUID() })
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const stations = await listStations(db, organisationId)
			const log = await listExports(db, organisationId, searchParams.getAll('after'))
			if (!asked.success) return { stations, log, confirm: null }
			const { exportId, format, state = null, station = null } = asked.data
			const members = await countExport(db, organisationId, asked.data)
			const stationName = stations.find(({ id }) => id === station)?.name ?? null
			return { stations, log, confirm: { exportId, format, state, station, stationName, members } }
		}),
	)
}

export default function Export() {
	const { t } = useTranslation('roster')
	const { organisationId, organisationName } = useUnion()
	const { stations, log, confirm } = useLoaderData<typeof loader>()
	const base = `/union/${organisationId}`
	return (
		<>
			<RosterTabs base={base} current="export" />
			<PageTitle over={organisationName} lead={confirm ? undefined : t('export.lead')}>
				{t(confirm ? 'export.confirmTitle' : 'titles.export')}
			</PageTitle>
			{confirm ? <ConfirmExport base={base} asked={confirm} /> : <ChooseExport stations={stations} />}
			<ExportLog {...log} />
		</>
	)
}
