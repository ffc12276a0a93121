import type { Db } from '~/db/begin.server'
import { countCohort, countEnrolment, countMembers } from './count-enrolment'
import { countEnded, countFiled } from './count-help'
import type { CohortFacts, EndedFacts, EnrolmentFacts, FiledFacts } from './facts'
import type { Figures, RawCount, RawQuantity } from './gather'
import type { Tree } from './system'

type Rows = { month: string; facts: string }[]

/**
 * All numbers of the months from one to another, counted from what happened in them; not safe to show. As the service.
 * `areas`: each with the one above it. Months are first days, `2026-10-01`. What came is counted while the database
 * brings the next.
 */
export async function readFigures(db: Db, from: string, to: string, areas: Tree['parentOf']): Promise<Figures> {
	const figures = await Promise.all([
		db<Rows>`select month::text, facts::text from private.ended_facts(${from}, ${to})`.then(
			counted<EndedFacts>((month, facts) => countEnded(month, facts, areas)),
		),
		db<Rows>`select month::text, facts::text from private.filed_facts(${from}, ${to})`.then(
			counted<FiledFacts>((month, facts) => countFiled(month, facts, areas)),
		),
		db<Rows>`select month::text, facts::text from private.member_facts(${from}, ${to})`.then(counted(countMembers)),
		db<Rows>`select month::text, facts::text from private.enrolment_facts(${from}, ${to})`.then(
			counted<EnrolmentFacts>((month, facts) => countEnrolment(month, facts, areas)),
		),
		db<Rows>`select month::text, facts::text from private.cohort_facts(${from}, ${to})`.then(
			counted<CohortFacts>((month, facts) => countCohort(month, facts, areas)),
		),
	])
	const all = figures.flat()
	return {
		counts: ([] as RawCount[]).concat(...all.map(({ counts }) => counts)),
		quantities: ([] as RawQuantity[]).concat(...all.map(({ quantities }) => quantities)),
	}
}

/** The lists are read here and not by the driver, which would look at each of millions of values again. */
const counted =
	<Facts>(count: (month: string, facts: Facts) => Figures) =>
	(rows: Rows) =>
		rows.map(({ month, facts }) => count(month, JSON.parse(facts) as Facts))

/** Each area with the one above it: the tree that places stand in. */
export async function readAreaTree(db: Db): Promise<Map<string, string | null>> {
	const rows = await db<{ code: string; parentCode: string | null }[]>`select code, parent_code from app.areas`
	return new Map(rows.map(({ code, parentCode }) => [code, parentCode]))
}
/** Codes of the flat dimensions, as they stand in the directory. */
export async function readCodes(db: Db) {
	const [row] = await db<[{ sectors: string[]; platforms: string[]; categories: string[] }]>`select
		array(select code from app.sectors order by sort) as sectors, array(select code from app.platforms order by sort) as platforms,
		array(select code from app.categories where parent_code is null order by sort) as categories`
	return row
}
