import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BrowsePlaces, FoundPlaces, PlaceSearch, ServedCities } from '~/components/filing/place-chooser'
import { StepFrame } from '~/components/filing/step-frame'
import { ErrorSummary } from '~/components/form/error-summary'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { listServedCities } from '~/domain/directory/candidates.server'
import { PlaceSchema } from '~/domain/requests/filing.schema'
import { areaPath, childAreas, searchAreas, type Area } from '~/domain/vocabulary/vocabulary.server'
import { Refused, showStep, takeStep } from './filing-steps.server'

/** Links and buttons do all of it, so the page ships no script. */
export const handle = { title: 'filing:place.title', scripts: false } satisfies PageHandle

const joined = (path: Area[]) => path.map(({ name }) => name).join(' · ')
/** A province with cities in it is too wide to find anybody; a city, or a municipality such as Beijing, will do. */
const narrowEnough = (path: Area[], below: Area[]) =>
	path.length > 0 && (path.at(-1)?.level !== 'province' || below.every(({ level }) => level !== 'city'))

export const loader = ({ request }: LoaderFunctionArgs) =>
	showStep(request, 'place', async (db, { draft, language }) => {
		const { searchParams } = new URL(request.url)
		const query = (searchParams.get('q') ?? '').trim().slice(0, 40)
		const found = query ? await searchAreas(db, language, query, 12) : []
		const path = query ? [] : await areaPath(db, language, searchParams.get('in') ?? '')
		const places = found.length > 0 ? [] : await childAreas(db, language, path.at(-1)?.code ?? null)
		const chosen = draft.place?.area ? joined(await areaPath(db, language, draft.place.area)) : null
		const cities = query || path.length > 0 ? [] : await listServedCities(db, language)
		const from = searchParams.get('from') === 'check' ? 'check' : null
		return { query, found, cities, path, places, whole: narrowEnough(path, places), chosen, from }
	})

export const action = ({ request }: ActionFunctionArgs) =>
	takeStep(request, 'place', {
		schema: PlaceSchema,
		keep: async (db, { area }, { language }) => {
			const path = await areaPath(db, language, area)
			if (!narrowEnough(path, await childAreas(db, language, area)))
				throw new Refused({ area: 'filing:errors.placeMissing' })
			return { area }
		},
	})

export default function PlacePage() {
	const { t } = useTranslation(['filing', 'common'])
	const { draft, query, found, cities, path, places, whole, chosen, from } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	const problem = reply?.errors.area
	return (
		<StepFrame step="place">
			<ErrorSummary problems={problem ? [{ name: 'q', message: problem }] : []} />
			<PageTitle lead={t('place.lead')}>{t('place.title')}</PageTitle>
			<PlaceSearch query={query} from={from} />
			<Form method="post" reloadDocument>
				{chosen && !query && path.length === 0 ? (
					<Notice tone="good" title={t('place.chosen', { path: chosen })}>
						<Button name="area" value={draft.place?.area ?? ''} tone="primary" className="mt-2">
							{t('place.keep')}
						</Button>
					</Notice>
				) : null}
				<ServedCities cities={cities} from={from} />
				{query ? <FoundPlaces query={query} found={found} from={from} /> : null}
				{found.length > 0 ? null : <BrowsePlaces path={path} places={places} whole={whole} from={from} />}
			</Form>
		</StepFrame>
	)
}
