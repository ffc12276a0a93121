import type { Db } from '~/db/db.server'
import { newReference } from '~/domain/requests/reference.server'
import { inLanguage, named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { lookedForWith, type JoinAnswerStep, type JoinCampaign, type JoinDraft, type Joining } from './joining'
import { phoneHash } from './person-hashes.server'

export type KeptJoining = { answers: JoinDraft; sent: boolean; reference: string | null }
export type NamedUnion = { id: string; name: string; about: string }

/** Null for a draft that nobody began, or that is over. */
export async function readJoinDraft(db: Db, id: string): Promise<KeptJoining | null> {
	const [draft] = await db<KeptJoining[]>`select answers, sent, reference from private.read_join_draft(${id})`
	return draft ?? null
}

/** Puts answers in the place of earlier ones of the same step. GONE0 once the draft has been sent. */
export async function saveJoining(db: Db, id: string, answers: Partial<JoinDraft>): Promise<void> {
	await db`select private.save_draft(${id}, ${db.json(answers)})`
}
export const saveJoinStep = <S extends JoinAnswerStep>(db: Db, id: string, step: S, answers: JoinDraft[S]) =>
	saveJoining(db, id, { [step]: answers })

export async function forgetJoining(db: Db, id: string): Promise<void> {
	await db`select private.forget_draft(${id})`
}

/** What a poster's code leads to; null for one that is unknown or stopped. */
export async function findCampaign(db: Db, code: string): Promise<JoinCampaign | null> {
	const [found] = await db<{ id: string; union: string; station: string | null }[]>`
		select campaign_id as id, union_organisation_id as union, station_id as station from private.read_campaign(${code})`
	return found ? { id: found.id, union: found.union, ...(found.station ? { station: found.station } : {}) } : null
}

const namedUnions = (db: Db, language: Locale) => db`o.id, ${named(db, language, 'o')} as name,
	left(${inLanguage(db, language, 'o.description')}, 200) as about`

/** The unions that this application may go to: the one that sent it back, the poster's, the one responsible for the place or employer. */
export async function offeredUnions(db: Db, language: Locale, draft: JoinDraft): Promise<NamedUnion[]> {
	const { way, employer, area } = lookedForWith(draft)
	const first = [draft.before, draft.campaign?.union].filter((id) => id !== undefined)
	return [
		...(await db<NamedUnion[]>`
			select ${namedUnions(db, language)} from app.organisations o
			where o.kind = 'union' and o.active
				and (o.id = any (${first}::uuid[]) or o.id = private.responsible_union(${way}, ${employer}::uuid, ${area}))
			order by array_position(${first}::uuid[], o.id), o.id`),
	]
}

/** Where nobody takes people in: the unions at home in the place or above it, the nearest first. They can be asked. */
export const unionsNear = async (db: Db, language: Locale, area: string): Promise<NamedUnion[]> => [
	...(await db<NamedUnion[]>`
		select ${namedUnions(db, language)} from private.area_chain(${area}) c
		join app.organisations o on o.area_code = c.area_code and o.kind = 'union' and o.active
		order by c.distance, o.name_zh, o.id limit 3`),
]

export async function nameOfUnion(db: Db, language: Locale, id: string): Promise<NamedUnion | null> {
	const [row] = await db<NamedUnion[]>`select ${namedUnions(db, language)} from app.organisations o
		where o.id = ${id} and o.kind = 'union' and o.active`
	return row ?? null
}

type Employer = { id: string; name: string; unionName: string }
/** Employers with a union of their own, by a part of the name in either language. */
export const listEmployers = async (db: Db, language: Locale, query: string): Promise<Employer[]> => {
	const like = `%${query.replace(/[\\%_]/g, '\\$&')}%`
	return [
		...(await db<Employer[]>`
			select e.id, ${named(db, language, 'e')} as name, ${named(db, language, 'o')} as union_name
			from app.employers e join app.organisations o on o.id = e.union_organisation_id and o.active
			where e.name_zh ilike ${like} or e.name_en ilike ${like}
			order by e.name_zh, e.id limit 20`),
	]
}
export async function findEmployer(db: Db, language: Locale, id: string): Promise<Employer | null> {
	const [row] = await db<
		Employer[]
	>`select e.id, ${named(db, language, 'e')} as name, ${named(db, language, 'o')} as union_name
		from app.employers e join app.organisations o on o.id = e.union_organisation_id and o.active where e.id = ${id}`
	return row ?? null
}

export type Station = { id: string; name: string }
/** Stations of one union that are open. */
export const listStations = async (db: Db, union: string): Promise<Station[]> => [
	...(await db<Station[]>`select id, name from app.stations where union_organisation_id = ${union} and closed_at is null
		order by name, id limit 300`),
]

/** The cities, or municipalities, in which some union takes people in. */
export const listCitiesWithPools = async (db: Db, language: Locale) => [
	...(await db<{ code: string; name: string }[]>`
		select city.code, ${inLanguage(db, language, 'city.name')} as name from app.union_pools p
		cross join lateral (
			select a.code, a.name_zh, a.name_en from private.area_chain(p.area_code) chain
				join app.areas a on a.code = chain.area_code
				where a.level = 'city' or (a.level = 'province'
					and not exists (select from app.areas below where below.parent_code = a.code and below.level = 'city'))
				order by chain.distance limit 1) city
		group by city.code, city.name_zh, city.name_en order by count(*) desc, city.code limit 12`),
]

/** What the holder of a receipt may take over from the request. */
export type FactsToJoin = {
	name: string | null
	phone: string | null
	areaCode: string | null
	sectorCode: string | null
	platformCode: string | null
	workingForm: string | null
}
export async function factsToJoin(db: Db): Promise<FactsToJoin | null> {
	const [row] = await db<FactsToJoin[]>`
		select name, phone, area_code, sector_code, platform_code, working_form from private.facts_to_join()`
	return row ?? null
}

type Applied = { applicationReference: string; applicationSession: string }
/** Applies, once for each id, and opens the application. What came back is sent again under the same id. */
export async function submitApplication(
	db: Db,
	input: { id: string; codeHash: Buffer; union: string; joining: Joining },
): Promise<Applied> {
	const joining = { ...input.joining, phoneHash: phoneHash(input.joining.phone) }
	const [applied] = await db<Applied[]>`
		select application_reference, application_session from private.submit_application(${input.id}, ${newReference('M')},
			${input.codeHash}, ${input.union}, ${db.json(joining)})`
	if (!applied) throw new AppError('conflict')
	return applied
}
