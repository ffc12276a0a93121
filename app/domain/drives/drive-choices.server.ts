import type { Db } from '~/db/db.server'
import { inLanguage } from '~/domain/vocabulary/in-language.server'
import {
	areaPath,
	childAreas,
	listPlatforms,
	listSectors,
	type Area,
	type Named,
} from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'

export type Station = { id: string; name: string }
/** The stations of a union by name; a list to choose from, so not more than anybody would look through. */
export const listStations = async (db: Db, organisationId: string): Promise<Station[]> => [
	...(await db<Station[]>`select id, name from app.stations
		where union_organisation_id = ${organisationId} and closed_at is null order by name, id limit 500`),
]

/** The places where a union has members, each with its depth in the tree, in the tree's order. */
export async function listMemberAreas(db: Db, language: Locale, organisationId: string): Promise<Area[]> {
	const rows = await db<Area[]>`
		select a.code, ${inLanguage(db, language, 'a.name')} as name, a.level
		from private.drive_areas(${organisationId}) m join app.areas a on a.code = m.code order by a.code limit 500`
	return [...rows]
}

/** The districts of the city that an area lies in: what somebody who moved nearby chooses from. */
export async function districtsAround(db: Db, language: Locale, areaCode: string | null): Promise<Named[]> {
	const path = areaCode ? await areaPath(db, language, areaCode) : []
	const city = path.find(({ level }) => level === 'city') ?? path[0]
	return city ? (await childAreas(db, language, city.code)).map(({ code, name }) => ({ code, name })) : []
}

/** What the fields of a change are chosen from; `areaCode` is where the union is at home. */
export async function changeChoices(db: Db, language: Locale, organisationId: string, areaCode: string | null) {
	const [districts, sectors, platforms, stations] = await Promise.all([
		districtsAround(db, language, areaCode),
		listSectors(db, language),
		listPlatforms(db, language),
		listStations(db, organisationId),
	])
	const plain = ({ code, name }: Named) => ({ code, name })
	return {
		districts,
		sectors: sectors.map(plain),
		platforms: platforms.map(plain),
		stations: stations.map(({ name }) => name),
	}
}

/** Where a union is at home; null where nobody has said. */
export async function homeArea(db: Db, organisationId: string): Promise<string | null> {
	const [row] = await db<
		{ areaCode: string | null }[]
	>`select area_code from app.organisations where id = ${organisationId}`
	return row?.areaCode ?? null
}
