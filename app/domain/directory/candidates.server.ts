import type { Db } from '~/db/db.server'
import { inLanguage } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'

export type Kind = 'agency' | 'union'
export type NamedOrganisation = { id: string; name: string; kind: Kind }
/** An organisation that could take some of the needs: `needs` are their codes. */
export type Candidate = NamedOrganisation & { about: string; needs: string[] }
type Wanted = { needs: string[]; area: string; sector: string | null; platform: string | null }

/** Who could be asked, for all needs together: those who can do most of them first, then the nearest. */
export const listCandidates = async (db: Db, language: Locale, { needs, area, sector, platform }: Wanted) => [
	...(await db<Candidate[]>`
		select o.id, ${inLanguage(db, language, 'o.name')} as name, o.kind, left(${inLanguage(db, language, 'o.description')}, 160) as about,
			array_agg(distinct need) as needs
		from unnest(${needs}::text[]) need
		cross join lateral private.candidates(need, ${area}, ${sector}, ${platform}, ${language}, '{}') k
		join app.organisations o on o.id = k.organisation_id
		where need <> 'unsure'
		group by o.id
		order by count(distinct need) desc, min(k.area_distance), o.name_zh, o.id`),
]

/** Everybody else at work in the city of a place and above it, and their parents: a worker may want one of them kept out. */
export const listOthersNear = async (db: Db, language: Locale, area: string, except: string[]) => [
	...(await db<NamedOrganisation[]>`
		with recursive chain as (select area_code from private.area_chain(${area})),
		places as (
			select area_code from chain
			union
			select a.code from app.areas a join chain on chain.area_code = a.parent_code where a.level = 'district'
		),
		near as (
			select o.id, o.parent_id from app.organisations o
				where o.area_code in (select area_code from places) or o.id = any (${except}::uuid[])
			union
			select p.id, p.parent_id from app.organisations p join near on p.id = near.parent_id
		)
		select o.id, ${inLanguage(db, language, 'o.name')} as name, o.kind from app.organisations o
		where o.id in (select id from near) and o.active and o.kind in ('agency', 'union') and o.id <> all (${except}::uuid[])
		order by o.kind desc, o.name_zh, o.id limit 60`),
]

/** Names of organisations, in the order of their names. */
export const listNames = async (db: Db, language: Locale, ids: string[]) => [
	...(await db<{ id: string; name: string }[]>`
		select id, ${inLanguage(db, language, 'name')} as name from app.organisations where id = any (${ids}::uuid[])
		order by name_zh, id`),
]

/** The cities, or municipalities, in which services are offered, the best served first. A service for a whole province names no city. */
export const listServedCities = async (db: Db, language: Locale) => [
	...(await db<{ code: string; name: string }[]>`
		select city.code, ${inLanguage(db, language, 'city.name')} as name
		from (select area_code, count(*) as services from app.service_areas group by area_code) v
		cross join lateral (
			select a.code, a.name_zh, a.name_en from private.area_chain(v.area_code) chain
				join app.areas a on a.code = chain.area_code
				where a.level = 'city' or (a.level = 'province'
					and not exists (select from app.areas below where below.parent_code = a.code and below.level = 'city'))
				order by chain.distance limit 1) city
		group by city.code, city.name_zh, city.name_en order by sum(v.services) desc, city.code limit 12`),
]
