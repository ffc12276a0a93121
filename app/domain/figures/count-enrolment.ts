import type { CohortFacts, EnrolmentFacts, MemberFacts } from './facts'
import {
	countsOf,
	inColumns,
	inRows,
	indexOf,
	only,
	quantitiesOf,
	wholeNumbers,
	type Figures,
	type Layout,
} from './gather'
import type { Tree } from './system'
import { ALL } from './tables'

const DAY = 86_400
const MEASURES = ['applications', 'approvals', 'transfers_in', 'ended'] as const

/** Who applied, was approved, moved or went in a month; and how long an approval took. One event is one person here. */
export function countEnrolment(month: string, facts: EnrolmentFacts, areas: Tree['parentOf']): Figures {
	const [area, sector] = [indexOf(facts.area), indexOf(facts.sector)]
	const lists = { area, sector, platform: indexOf(facts.platform), campaign: indexOf(facts.campaign) }
	const measures = facts.measure.split(' ')
	const days = { values: wholeNumbers(facts.secondsToApproval), unit: DAY }
	const told = (where: Layout) => quantitiesOf(month, 'enrolment_area_sector', ['days_to_approval_median'], days, where)
	return {
		counts: MEASURES.flatMap((measure) =>
			countsOf(month, measure, lists, { times: wholeNumbers(measures.map((one) => one === measure)) }),
		),
		quantities: [inRows(area, areas, ALL), inColumns(sector)].flatMap(told),
	}
}

/** Who is a member when the month ends. */
export const countMembers = (month: string, { area, sector, members }: MemberFacts): Figures => ({
	counts: countsOf(month, 'members', { area: indexOf(area), sector: indexOf(sector) }, { times: members }),
	quantities: [],
})

/** Of those who joined a year before, how many are members when the month ends. */
export function countCohort(month: string, facts: CohortFacts, areas: Tree['parentOf']): Figures {
	// one entry for each person
	const each = facts.members.flatMap((many, i) => Array.from({ length: many }, () => i))
	const stayed = { values: wholeNumbers(each.map((i) => facts.stayed[i]!)) }
	const [area, sector] = [only(indexOf(facts.area), each), only(indexOf(facts.sector), each)]
	const told = (where: Layout) => quantitiesOf(month, 'enrolment_area_sector', ['retention_rate'], stayed, where)
	return { counts: [], quantities: [inRows(area, areas, ALL), inColumns(sector)].flatMap(told) }
}
