import type { Db } from '~/db/db.server'
import { homeArea } from '~/domain/drives/drive-choices.server'
import { areaPath, childAreas, listSectors } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'

/** Place and trade for rows that do not say: the union's own city with its districts, and every trade. */
export async function importChoices(db: Db, language: Locale, organisationId: string) {
	const home = await homeArea(db, organisationId)
	const path = home ? await areaPath(db, language, home) : []
	const city = path.find(({ level }) => level === 'city') ?? path[0]
	const inside = await childAreas(db, language, city?.code ?? null)
	const sectors = await listSectors(db, language)
	const plain = ({ code, name }: { code: string; name: string }) => ({ code, name })
	return { areas: [...(city ? [city] : []), ...inside].map(plain), sectors: sectors.map(plain) }
}
