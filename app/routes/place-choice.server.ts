import type { Db } from '~/db/db.server'
import { areaPath, childAreas, searchAreas, type Area } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'

const joined = (path: Area[]) => path.map(({ name }) => name).join(' · ')

/** A province with cities in it is too wide to find anybody; a city, or a municipality such as Beijing, will do. */
const narrowEnough = (path: Area[], below: Area[]) =>
	path.length > 0 && (path.at(-1)?.level !== 'province' || below.every(({ level }) => level !== 'city'))

/** All that the address says besides where one looks. */
const keptOf = (search: URLSearchParams): Record<string, string> =>
	Object.fromEntries([...search].filter(([name]) => name !== 'q' && name !== 'in' && name !== 'lng'))

/** Whether a posted place is one, and narrow enough to find somebody in. */
export async function isPlace(db: Db, language: Locale, area: string): Promise<boolean> {
	return narrowEnough(await areaPath(db, language, area), await childAreas(db, language, area))
}

/**
 * What a page shows on which a place is chosen: `?q=` searches, `?in=` goes down the tree. `chosen` is the code of the
 * place that stands so far; `cities` are asked for short cuts only where they show.
 */
export async function lookForPlace(
	db: Db,
	language: Locale,
	address: string,
	chosen: string | undefined,
	cities: (db: Db, language: Locale) => Promise<{ code: string; name: string }[]>,
) {
	const { searchParams } = new URL(address)
	const query = (searchParams.get('q') ?? '').trim().slice(0, 40)
	const found = query ? await searchAreas(db, language, query, 12) : []
	const path = query ? [] : await areaPath(db, language, searchParams.get('in') ?? '')
	const places = found.length > 0 ? [] : await childAreas(db, language, path.at(-1)?.code ?? null)
	return {
		query,
		found,
		path,
		places,
		whole: narrowEnough(path, places),
		chosen: chosen ? joined(await areaPath(db, language, chosen)) : null,
		cities: query || path.length > 0 ? [] : await cities(db, language),
		keep: keptOf(searchParams),
	}
}
