import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { JoinFrame } from '~/components/join/join-frame'
import type { PageHandle } from '~/components/layout/page-handle'
import { PlaceChooser } from '~/components/place/place-chooser'
import { PageTitle } from '~/components/ui/page-title'
import { listCitiesWithPools } from '~/domain/members/joining.server'
import { PlaceSchema } from '~/domain/requests/filing.schema'
import { isPlace, lookForPlace } from '../place-choice.server'
import { Refused } from './filing-steps.server'
import { showJoining, takeJoining } from './joining.server'

export const handle = { title: 'join:place.metaTitle', scripts: false } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	showJoining(request, 'place', (db, { draft, language }) =>
		lookForPlace(db, language, request.url, draft.place?.area, listCitiesWithPools),
	)

export const action = ({ request }: ActionFunctionArgs) =>
	takeJoining(request, 'place', {
		schema: PlaceSchema,
		keep: async (db, { area }, { language }) => {
			if (!(await isPlace(db, language, area))) throw new Refused({ area: 'filing:errors.placeMissing' })
			return { area }
		},
	})

export default function JoinPlacePage() {
	const { t } = useTranslation('join')
	const { draft, ...look } = useLoaderData<typeof loader>()
	const problem = useActionData<typeof action>()?.errors.area
	const hukou = draft.way?.way === 'hukou'
	return (
		<JoinFrame step="place" draft={draft}>
			<ErrorSummary problems={problem ? [{ name: 'q', message: problem }] : []} />
			<PageTitle lead={t('place.lead')}>{t(hukou ? 'place.hukou' : 'place.residence')}</PageTitle>
			<PlaceChooser {...look} now={draft.place?.area ?? ''} citiesTitle={t('place.served')} />
		</JoinFrame>
	)
}
