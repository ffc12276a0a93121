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

/** The places where members can be asked, and what lies above them, each with its depth in the tree, in the tree's order. */
export async function listMemberAreas(db: Db, language: Locale, organisationId: string): Promise<Area[]> {
	const rows = await db<Area[]>`
		with recursive up as (
			select code from private.member_areas(${organisationId}, array['active']) as code
			union
			select a.parent_code from app.areas a join up on a.code = up.code where a.parent_code is not null)
		select a.code, ${inLanguage(db, language, 'a.name')} as name, a.level
		from up join app.areas a on a.code = up.code order by a.code limit 500`
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
