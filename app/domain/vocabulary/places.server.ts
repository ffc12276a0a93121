import type { Db } from '~/db/db.server'
import type { Locale } from '~/i18n/resources'
import { areaPath, childAreas, searchAreas, type Area } from './vocabulary.server'

/** A province with cities in it is too wide to belong anywhere; a city, or a municipality such as Beijing, will do. */
const narrow = (path: Area[], below: Area[]) =>
	path.length > 0 && (path.at(-1)?.level !== 'province' || below.every(({ level }) => level !== 'city'))

/** Choosing a place by links: `?q=` searches, `?in=` looks inside one. `whole`: where one stands may be chosen itself. */
export async function lookAround(db: Db, language: Locale, search: URLSearchParams) {
	const query = (search.get('q') ?? '').trim().slice(0, 40)
	const found = query ? await searchAreas(db, language, query, 12) : []
	const path = query ? [] : await areaPath(db, language, search.get('in') ?? '')
	const places = found.length > 0 ? [] : await childAreas(db, language, path.at(-1)?.code ?? null)
	return { query, found, path, places, whole: narrow(path, places) }
}

/** Whether there is such a place, and it says enough. */
export async function isNarrow(db: Db, language: Locale, code: string): Promise<boolean> {
	return narrow(await areaPath(db, language, code), await childAreas(db, language, code))
}
