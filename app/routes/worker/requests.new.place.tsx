import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PlaceChooser } from '~/components/place/place-chooser'
import { StepFrame } from '~/components/filing/step-frame'
import { ErrorSummary } from '~/components/form/error-summary'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { listServedCities } from '~/domain/directory/candidates.server'
import { PlaceSchema } from '~/domain/requests/filing.schema'
import { isPlace, lookForPlace } from '../place-choice.server'
import { Refused, showStep, takeStep } from './filing-steps.server'

/** Links and buttons do all of it, so the page ships no script. */
export const handle = { title: 'filing:place.title', scripts: false } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	showStep(request, 'place', (db, { draft, language }) =>
		lookForPlace(db, language, request.url, draft.place?.area, listServedCities),
	)

export const action = ({ request }: ActionFunctionArgs) =>
	takeStep(request, 'place', {
		schema: PlaceSchema,
		keep: async (db, { area }, { language }) => {
			if (!(await isPlace(db, language, area))) throw new Refused({ area: 'filing:errors.placeMissing' })
			return { area }
		},
	})

export default function PlacePage() {
	const { t } = useTranslation(['filing', 'common'])
	const { draft, ...look } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	const problem = reply?.errors.area
	return (
		<StepFrame step="place">
			<ErrorSummary problems={problem ? [{ name: 'q', message: problem }] : []} />
			<PageTitle lead={t('place.lead')}>{t('place.title')}</PageTitle>
			<PlaceChooser {...look} now={draft.place?.area ?? ''} citiesTitle={t('place.served')} />
		</StepFrame>
	)
}
