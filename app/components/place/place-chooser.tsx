import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Icon } from '~/components/ui/icon'
import { Notice } from '~/components/ui/notice'

type Area = { code: string; name: string; level: string }
type Found = { code: string; path: string; level: string }

/** What else the address says has to outlive the looking around. */
type Keep = Record<string, string>
const inside = (code: string | null, keep: Keep) => {
	const search = new URLSearchParams({ ...keep, ...(code ? { in: code } : {}) }).toString()
	return search ? `?${search}` : '?'
}
const ROW = 'flex min-h-12 w-full items-center justify-between gap-3 px-4 py-2 text-left'

type RowProps = { area: { code: string; level: string }; name: string; keep: Keep }

/** A district is chosen with one tap; a city or province opens. */
function PlaceRow({ area, name, keep }: RowProps) {
	return area.level === 'district' || area.level === 'street' ? (
		<button name="area" value={area.code} className={`${ROW} text-accent`}>
			<span className="underline underline-offset-4">{name}</span>
		</button>
	) : (
		<Link to={inside(area.code, keep)} className={`${ROW} text-accent`}>
			<span className="underline underline-offset-4">{name}</span>
			<Icon name="next" className="size-4" />
		</Link>
	)
}

const LIST = 'mb-6 divide-y divide-line overflow-hidden rounded-card border border-line bg-card'

export function FoundPlaces({ query, found, keep }: { query: string; found: Found[]; keep: Keep }) {
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
						<PlaceRow area={place} name={place.path} keep={keep} />
					</li>
				))}
			</ul>
		</>
	)
}

/** Down the tree: `path` from the province to where one stands, `places` below it; `whole` may be chosen as it is. */
export function BrowsePlaces(props: { path: Area[]; places: Area[]; whole: boolean; keep: Keep }) {
	const { path, places, whole, keep } = props
	const { t } = useTranslation('filing')
	const here = path.at(-1)
	const name = here?.name ?? ''
	return (
		<>
			<h2 className="text-lead font-bold">{here ? t('place.inside', { name }) : t('place.browse')}</h2>
			{here ? (
				<p className="mb-1">
					<Link to={inside(path.at(-2)?.code ?? null, keep)} className="link inline-flex min-h-11 items-center">
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
							<PlaceRow area={place} name={place.name} keep={keep} />
						</li>
					))}
				</ul>
			) : null}
		</>
	)
}

/** Short cuts to where somebody is there. */
function ServedCities({
	cities,
	title,
	keep,
}: {
	cities: { code: string; name: string }[]
	title: ReactNode
	keep: Keep
}) {
	if (cities.length === 0) return null
	return (
		<>
			<h2 className="text-lead font-bold">{title}</h2>
			<ul className="mb-4 flex flex-wrap gap-x-5">
				{cities.map(({ code, name }) => (
					<li key={code}>
						<Link to={inside(code, keep)} className="link inline-flex min-h-11 items-center">
							{name}
						</Link>
					</li>
				))}
			</ul>
		</>
	)
}

export function PlaceSearch({ query, keep }: { query: string; keep: Keep }) {
	const { t } = useTranslation(['filing', 'common'])
	return (
		<Form method="get" role="search" reloadDocument className="mb-6">
			<label htmlFor="q" className="font-bold">
				{t('place.search')}
			</label>
			<p id="q-hint" className="mt-1 text-muted">
				{t('place.searchHint')}
			</p>
			{Object.entries(keep).map(([name, value]) => (
				<input key={name} type="hidden" name={name} value={value} />
			))}
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

type Props = {
	query: string
	found: Found[]
	path: Area[]
	places: Area[]
	whole: boolean
	/** The place that stands so far, in words; `now` is its code. */ chosen: string | null
	now: string
	cities: { code: string; name: string }[]
	/** Above the short cuts to the cities. */ citiesTitle: ReactNode
	keep: Keep
}

/** Search, short cuts and the tree, all links and buttons: it needs no script. Posts `area` to the page's own address. */
export function PlaceChooser({ query, found, path, places, whole, chosen, now, cities, citiesTitle, keep }: Props) {
	const { t } = useTranslation('filing')
	return (
		<>
			<PlaceSearch query={query} keep={keep} />
			<Form method="post" reloadDocument>
				{chosen && !query && path.length === 0 ? (
					<Notice tone="good" title={t('place.chosen', { path: chosen })}>
						<Button name="area" value={now} tone="primary" className="mt-2">
							{t('place.keep')}
						</Button>
					</Notice>
				) : null}
				<ServedCities cities={cities} title={citiesTitle} keep={keep} />
				{query ? <FoundPlaces query={query} found={found} keep={keep} /> : null}
				{found.length > 0 ? null : <BrowsePlaces path={path} places={places} whole={whole} keep={keep} />}
			</Form>
		</>
	)
}
