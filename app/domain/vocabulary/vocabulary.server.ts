import type { Db } from '~/db/db.server'
import type { Locale } from '~/i18n/resources'
import { inLanguage } from './in-language.server'

export type Named = { code: string; name: string }
export type Hotline = { number: string; name: string; purpose: string; urgent: boolean }
type Sector = Named & { platforms: string[] }
export type Category = Named & { hint: string | null; firstBody: string | null; hotline: string | null }
export type CategoryGroup = Category & { children: Category[] }
export type Paper = Named & { hint: string | null }
export type Area = Named & { level: 'province' | 'city' | 'district' | 'street' }
type FoundArea = { code: string; path: string; level: Area['level'] }

const KEPT_FOR = 5 * 60_000
const kept = new Map<string, { until: number; value: unknown }>()

/** Reference data is the same for everybody and changes rarely: asked for once in five minutes by each process. */
async function keep<T extends unknown[]>(key: string, load: () => Promise<T>): Promise<T> {
	const found = kept.get(key)
	if (found && found.until > Date.now()) return found.value as T
	const value = await load()
	// Codes come from visitors: only those that exist are remembered, so the list cannot be grown at will.
	if (value.length > 0) kept.set(key, { until: Date.now() + KEPT_FOR, value })
	return value
}

/** Every number, the urgent ones first. */
export const listHotlines = (db: Db, language: Locale) =>
	keep(`hotlines ${language}`, async () => [
		...(await db<Hotline[]>`
			select number, ${inLanguage(db, language, 'name')} as name, ${inLanguage(db, language, 'purpose')} as purpose, urgent
			from app.hotlines order by urgent desc, sort`),
	])

/** Trades, each with the codes of the platforms it works for. */
export const listSectors = (db: Db, language: Locale) =>
	keep(`sectors ${language}`, async () => [
		...(await db<Sector[]>`
			select code, ${inLanguage(db, language, 'name')} as name,
				array(select platform_code from app.platform_sectors where sector_code = sectors.code) as platforms
			from app.sectors order by sort`),
	])

/** Every company, whatever its trade. */
export const listPlatforms = (db: Db, language: Locale) =>
	keep(`platforms ${language}`, async () => [
		...(await db<Named[]>`select code, ${inLanguage(db, language, 'name')} as name from app.platforms order by sort`),
	])

/** The six groups and "not sure", each with its sub-categories, "something else" last. */
export const listCategories = (db: Db, language: Locale): Promise<CategoryGroup[]> =>
	keep(`categories ${language}`, async () => {
		const rows = await db<(Category & { parentCode: string | null })[]>`
			select code, parent_code, ${inLanguage(db, language, 'name')} as name, ${inLanguage(db, language, 'hint')} as hint,
				${inLanguage(db, language, 'first_body')} as first_body, hotline
			from app.categories order by sort`
		const plain = ({ parentCode: _, ...category }: (typeof rows)[number]): Category => category
		return rows
			.filter(({ parentCode }) => parentCode === null)
			.map((group) => ({
				...plain(group),
				children: rows.filter(({ parentCode }) => parentCode === group.code).map(plain),
			}))
	})

/** The papers that a category usually needs, the most important first. */
export const listPapers = (db: Db, language: Locale, category: string) =>
	keep(`papers ${language} ${category}`, async () => [
		...(await db<Paper[]>`
			select papers.code, ${inLanguage(db, language, 'papers.name')} as name, ${inLanguage(db, language, 'papers.hint')} as hint
			from app.category_papers join app.papers on papers.code = category_papers.paper_code
			where category_papers.category_code = ${category} order by category_papers.sort`),
	])

/** Areas by a part of their Chinese name or the beginning of their English one, with their whole path, at most `max`. */
export const searchAreas = async (db: Db, language: Locale, query: string, max = 10) =>
	query.trim() === ''
		? []
		: [
				...(await db<FoundArea[]>`
					select code, path, level from private.search_areas(${query.trim()}, ${language}, ${max})`),
			]

/** The areas directly below one, or the provinces. */
export const childAreas = (db: Db, language: Locale, parent: string | null) =>
	keep(`areas ${language} ${parent ?? ''}`, async () => [
		...(await db<Area[]>`
			select code, ${inLanguage(db, language, 'name')} as name, level from app.areas
			where ${parent === null ? db`parent_code is null` : db`parent_code = ${parent}`} order by code`),
	])

/** From the province down to the area itself; empty for an unknown code. */
export const areaPath = (db: Db, language: Locale, code: string) =>
	keep(`area path ${language} ${code}`, async () => [
		...(await db<Area[]>`
			with recursive up as (
				select *, 1 as step from app.areas where code = ${code}
				union all
				select areas.*, up.step + 1 from app.areas join up on areas.code = up.parent_code
			)
			select code, ${inLanguage(db, language, 'name')} as name, level from up order by step desc`),
	])
