import type { EndedFacts, FiledFacts } from './facts'
import {
	countsOf,
	inColumns,
	inRows,
	indexOf,
	only,
	quantitiesOf,
	weightsOf,
	wholeNumbers,
	type Figures,
	type Layout,
} from './gather'
import type { Tree } from './system'
import { ALL, type ANSWERS } from './tables'

const [HOUR, DAY, YUAN] = [3600, 86_400, 100]
/** What is told of times, money and marks is told of these. */
const CONFIRMED: (typeof ANSWERS)[number] = 'confirmed'
const aboveZero = (values: readonly (number | null)[]) => wholeNumbers(values.map((value) => value || null))

/** What was filed in a month: how much, whether an organisation accepted in time, and when a human first replied. */
export function countFiled(month: string, facts: FiledFacts, areas: Tree['parentOf']): Figures {
	const [area, category, weights] = [indexOf(facts.area), indexOf(facts.category), weightsOf(facts.person)]
	const accepted = { values: wholeNumbers(facts.inTime) }
	const hours = { values: wholeNumbers(facts.secondsToReply), unit: HOUR }
	const told = (where: Layout) => [
		...quantitiesOf(month, 'help_area_category', ['accepted_in_time_rate'], accepted, where, weights),
		...quantitiesOf(
			month,
			'help_area_category',
			['hours_to_reply_median', 'hours_to_reply_p90'],
			hours,
			where,
			weights,
		),
	]
	return {
		counts: countsOf(month, 'filed', { area, category }, { weights }),
		quantities: [inRows(area, areas, ALL), inColumns(category)].flatMap(told),
	}
}

/** What came to an end in a month; and of what a worker confirmed how long it took, what it brought and how it was rated. */
export function countEnded(month: string, facts: EndedFacts, areas: Tree['parentOf']): Figures {
	const [area, category, sector] = [indexOf(facts.area), indexOf(facts.category), indexOf(facts.sector)]
	const [platform, ending] = [indexOf(facts.platform), indexOf(facts.ending)]
	const isConfirmed = ending.codes.map((code) => code.startsWith(CONFIRMED))
	const confirmed = [...ending.of.keys()].filter((i) => isConfirmed[ending.of[i]!])
	const weights = weightsOf(confirmed.map((i) => facts.person[i]!))
	const days = { values: wholeNumbers(facts.secondsToOutcome), unit: DAY }
	const money = { values: aboveZero(facts.moneyFen), unit: YUAN }
	const nights = { values: aboveZero(facts.nights) }
	const rating = { values: wholeNumbers(facts.rating) }
	const told = (table: 'help_area_ending' | 'help_category_ending', where: Layout) => [
		...quantitiesOf(month, table, ['days_to_outcome_median', 'days_to_outcome_p90'], days, where, weights),
		...quantitiesOf(month, table, ['money_recovered_yuan'], money, where, weights),
		...quantitiesOf(month, table, ['nights_housed'], nights, where, weights),
		...quantitiesOf(month, table, ['rating_mean'], rating, where, weights),
	]
	const lists = { area, category, sector, platform, ending }
	return {
		counts: countsOf(month, 'endings', lists, { weights: weightsOf(facts.person) }),
		quantities: [
			...told('help_area_ending', inRows(only(area, confirmed), areas, CONFIRMED)),
			...told('help_category_ending', inRows(only(category, confirmed), new Map(), CONFIRMED)),
		],
	}
}
