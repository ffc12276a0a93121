import type { Db } from '~/db/begin.server'
import { monthAfter } from '~/domain/figures/look-up'
import { listPublishedMonths, readCells } from '~/domain/figures/read-published.server'
import { ALL, NONE } from '~/domain/figures/tables'
import { inLanguage } from '~/domain/vocabulary/in-language.server'
import { listCategories, listSectors, type Named } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'
import { MONTHS, categoryAsks, monthAsks, yearAsks, type ReportFacts } from './facts'
import { paperWords } from './numbers'
import { fill } from './report'

/** A report that is missing. `organisationId` null: of everything. */
export type ToMake = { month: string; revision: number; organisationId: string | null; language: Locale }

/** As the service, all of these. Which are missing, the oldest month first. */
export const listReportsToMake = async (db: Db): Promise<ToMake[]> => [
	...(await db<ToMake[]>`select month::text, revision, organisation_id, language from private.reports_to_make()`),
]

/** The job that makes them looks itself what is missing. */
export const wantReports = (db: Db) => db`select private.want_reports()`

/** The id of its row; null when it has been made meanwhile. */
export async function beginReport(
	db: Db,
	{ month, revision, organisationId, language }: ToMake,
): Promise<string | null> {
	const [row] = await db<[{ id: string | null }]>`
		select private.begin_report(${month}, ${revision}, ${organisationId}::uuid, ${language}) as id`
	return row.id
}

/** It lies in the store: from here on it can be read, and subscribers are told. */
export const reportMade = (db: Db, id: string, bytes: number) => db`select private.report_made(${id}, ${bytes})`

/** What it is made of: published cells and the names of codes. Null when the month has been told again meanwhile. */
export async function readReportFacts(db: Db, wanted: ToMake): Promise<ReportFacts | null> {
	const { month, revision, language } = wanted
	const [told, about] = await Promise.all([listPublishedMonths(db), readPlace(db, wanted)])
	const published = told.find((one) => one.month === month)
	if (published?.revision !== revision) return null
	const months = told
		.filter((one) => one.month <= month)
		.slice(0, MONTHS)
		.reverse()
	const code = about?.areaCode ?? ALL
	const [places, categories, sectors] = await Promise.all([
		readPlaces(db, wanted, about && { code: about.areaCode, name: about.place }),
		listCategories(db, language),
		listSectors(db, language),
	])
	const within = places.map((place) => place.code)
	const [year, two] = await Promise.all([
		readCells(db, months[0]!.month, month, yearAsks(code)),
		readCells(db, monthAfter(month, -1), month, [
			...monthAsks(code, within),
			...(code === ALL ? categoryAsks([...categories.map((category) => category.code), NONE]) : []),
		]),
	])
	return {
		...{ language, month, revision, publishedAt: published.publishedAt, months },
		organisation: about?.organisation ?? null,
		place: { code, name: about?.place ?? null },
		cells: [...year, ...two],
		...{ places, categories: [...categories], sectors: [...sectors] },
	}
}

async function readPlace(db: Db, { organisationId, language }: ToMake) {
	if (organisationId === null) return null
	const [row] = await db<{ organisation: string; areaCode: string; place: string }[]>`
		select ${inLanguage(db, language, 'o.name')} as organisation, o.area_code, ${inLanguage(db, language, 'a.name')} as place
		from app.organisations o join app.areas a on a.code = o.area_code where o.id = ${organisationId}`
	return row ?? null
}

/**
 * The places one step further down of which something is published, and whatever was said no closer. Where there is only one
 * it is looked into: a desk of one province is told by its cities.
 */
async function readPlaces(db: Db, { month, revision, language }: ToMake, area: Named | null): Promise<Named[]> {
	const words = paperWords(language)
	const name = inLanguage(db, language, 'a.name')
	const within = (parent: string | null) => db<Named[]>`
		select a.code, ${name} as name from app.areas a
		where ${parent === null ? db`a.parent_code is null` : db`a.parent_code = ${parent}`} and exists (select from app.published_cells c
			where c.table_code in ('help_area_category', 'enrolment_area_sector') and c.month = ${month} and c.revision = ${revision}
				and c.measure in ('filed', 'applications', 'members') and c.row_code = a.code and c.column_code = 'all')
		order by a.code`
	const none = area === null ? [{ code: NONE, name: words.none }] : []
	let places: Named[] = [...(await within(area?.code ?? null))]
	let own = area
	while (places.length === 1) {
		const closer = [...(await within(places[0]!.code))]
		if (closer.length === 0) break
		own = places[0]!
		places = closer
	}
	if (places.length === 0) return none
	const unplaced = own ? [{ code: `${own.code}:unplaced`, name: fill(words.unplaced, { place: own.name }) }] : []
	return [...places, ...unplaced, ...none]
}
