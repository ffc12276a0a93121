import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Icon } from '~/components/ui/icon'

type Area = { code: string; name: string; level: string }
type Found = { code: string; path: string; level: string }

/** `from=check` has to outlive the looking around. */
const inside = (code: string | null, from: string | null) => {
	const search = new URLSearchParams({ ...(code ? { in: code } : {}), ...(from ? { from } : {}) }).toString()
	return search ? `?${search}` : '?'
}
const ROW = 'flex min-h-12 w-full items-center justify-between gap-3 px-4 py-2 text-left'

type RowProps = { area: { code: string; level: string }; name: string; from: string | null }

/** A district is chosen with one tap; a city or province opens. */
function PlaceRow({ area, name, from }: RowProps) {
	return area.level === 'district' || area.level === 'street' ? (
		<button name="area" value={area.code} className={`${ROW} text-accent`}>
			<span className="underline underline-offset-4">{name}</span>
		</button>
	) : (
		<Link to={inside(area.code, from)} className={`${ROW} text-accent`}>
			<span className="underline underline-offset-4">{name}</span>
			<Icon name="next" className="size-4" />
		</Link>
	)
}

const LIST = 'mb-6 divide-y divide-line overflow-hidden rounded-card border border-line bg-card'

export function FoundPlaces({ query, found, from }: { query: string; found: Found[]; from: string | null }) {
	const { t } = useTranslation('filing')
	if (found.length === 0)
		return (
			<p role="status" className="mb-6">
				{t('place.none', { query })}
			</p>
		)
	return (
		<>
			<h2 className="mb-2 text-lead font-bold">{t('place.results')}</h2>
			<ul className={LIST}>
				{found.map((place) => (
					<li key={place.code}>
						<PlaceRow area={place} name={place.path} from={from} />
					</li>
				))}
			</ul>
		</>
	)
}

/** Down the tree: `path` from the province to where one stands, `places` below it; `whole` may be chosen as it is. */
export function BrowsePlaces(props: { path: Area[]; places: Area[]; whole: boolean; from: string | null }) {
	const { path, places, whole, from } = props
	const { t } = useTranslation('filing')
	const here = path.at(-1)
	const name = here?.name ?? ''
	return (
		<>
			<h2 className="text-lead font-bold">{here ? t('place.inside', { name }) : t('place.browse')}</h2>
			{here ? (
				<p className="mb-1">
					<Link to={inside(path.at(-2)?.code ?? null, from)} className="link inline-flex min-h-11 items-center">
						{path.length > 1 ? t('place.up') : t('place.provinces')}
					</Link>
				</p>
			) : null}
			{here && whole ? (
				<Button name="area" value={here.code} className="mb-3 w-full">
					{t(places.length > 0 ? 'place.whole' : 'place.only', { name })}
				</Button>
			) : null}
			{places.length > 0 ? (
				<ul className={`${LIST} mt-2`}>
					{places.map((place) => (
						<li key={place.code}>
							<PlaceRow area={place} name={place.name} from={from} />
						</li>
					))}
				</ul>
			) : null}
		</>
	)
}

/** Short cuts to where somebody is there to help. */
export function ServedCities({ cities, from }: { cities: { code: string; name: string }[]; from: string | null }) {
	const { t } = useTranslation('filing')
	if (cities.length === 0) return null
	return (
		<>
			<h2 className="text-lead font-bold">{t('place.served')}</h2>
			<ul className="mb-4 flex flex-wrap gap-x-5">
				{cities.map(({ code, name }) => (
					<li key={code}>
						<Link to={inside(code, from)} className="link inline-flex min-h-11 items-center">
							{name}
						</Link>
					</li>
				))}
			</ul>
		</>
	)
}

export function PlaceSearch({ query, from }: { query: string; from: string | null }) {
	const { t } = useTranslation(['filing', 'common'])
	return (
		<Form method="get" role="search" reloadDocument className="mb-6">
			<label htmlFor="q" className="font-bold">
				{t('place.search')}
			</label>
			<p id="q-hint" className="mt-1 text-muted">
				{t('place.searchHint')}
			</p>
			{from ? <input type="hidden" name="from" value={from} /> : null}
			<div className="mt-2 flex gap-2">
				<input
					id="q"
					name="q"
					type="search"
					defaultValue={query}
					maxLength={40}
					aria-describedby="q-hint"
					className="control min-w-0"
				/>
				<Button className="shrink-0">{t('common:actions.search')}</Button>
			</div>
		</Form>
	)
}
