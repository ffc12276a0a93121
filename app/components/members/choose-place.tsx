import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BrowsePlaces, FoundPlaces, PlaceSearch } from '~/components/place/place-chooser'
import { ErrorSummary } from '~/components/form/error-summary'
import type { FormReply } from '~/lib/form-data'

type Area = { code: string; name: string; level: string }
type Props = {
	query: string
	found: { code: string; path: string; level: string }[]
	path: Area[]
	places: Area[]
	whole: boolean
	reply: FormReply | undefined
}

/** Search or climb down to a district; one tap posts `area`. Works by links and buttons alone. */
export function ChoosePlace({ query, found, path, places, whole, reply }: Props) {
	const { t } = useTranslation('members')
	const problem = reply?.errors.area
	return (
		<>
			<ErrorSummary problems={problem ? [{ name: 'q', message: problem }] : []} />
			<PlaceSearch query={query} keep={{}} />
			<Form method="post" reloadDocument aria-label={t('facts.area')}>
				{query ? <FoundPlaces query={query} found={found} keep={{}} /> : null}
				{found.length > 0 ? null : <BrowsePlaces path={path} places={places} whole={whole} keep={{}} />}
			</Form>
		</>
	)
}
