import type { RawQuantity } from './gather'
import type { PublishedCell } from './prepare-counts.server'
import type { Memory } from './bounds.server'
import { hiddenCells, nearestShown, weaklyOpen } from './protect.server'
import {
	mayShowSum,
	rateInterval,
	roundedMean,
	roundedRate,
	roundedStock,
	roundedTime,
	stockInterval,
	twoDigits,
} from './rounding'
import { KINDS, TABLES, THRESHOLD, WIDTH, type Measure } from './tables'
import { cellKey, marginSystem, type Grid } from './system'
import type { Trees } from './trees'

/** On which count a quantity rests, where that count is published: then it is shown only where the count is. */
const RESTS_ON: Partial<Record<Measure, Measure>> = {
	accepted_in_time_rate: 'filed',
	days_to_approval_median: 'approvals',
	days_to_outcome_median: 'endings',
	days_to_outcome_p90: 'endings',
}
/** Of which count those that a quantity rests on are a part: it is shown only where that count is, or it would say something of it. */
export const PART_OF: Partial<Record<Measure, Measure>> = {
	hours_to_reply_median: 'filed',
	hours_to_reply_p90: 'filed',
	money_recovered_yuan: 'endings',
	nights_housed: 'endings',
	rating_mean: 'endings',
}
/** Below this the tenth slowest is the slowest. */
const ENOUGH_FOR_P90 = 20

/**
 * Times, sums, means and shares of one month. `counts`: the published counts of the same month. `joinedThen`: which approvals
 * of the month a year before were hidden: they are the people of whom it is asked how many stayed.
 */
export async function prepareQuantities(
	quantities: readonly RawQuantity[],
	counts: readonly PublishedCell[],
	trees: Trees,
	joinedThen: readonly string[],
): Promise<PublishedCell[]> {
	const cells: PublishedCell[] = []
	const shownCount = new Map(
		counts.map((cell) => [`${cell.tableCode} ${cell.measure} ${cell.row} ${cell.column}`, cell.value]),
	)
	for (const measure of new Set(quantities.map((quantity) => quantity.measure))) {
		const own = quantities.filter((quantity) => quantity.measure === measure)
		const rests = RESTS_ON[measure]
		const rated = KINDS[measure] === 'rate' ? await ratesOf(own, trees, rests, shownCount, joinedThen) : null
		for (const one of own) {
			const count = shownCount.get(`${one.tableCode} ${rests ?? PART_OF[measure]} ${one.row} ${one.column}`)
			const told = rests ? count === one.n : !PART_OF[measure] || leavesOpen(one.n, count)
			const fits = one.n >= THRESHOLD && one.people >= THRESHOLD && told
			const value = !fits ? null : rated ? (rated.get(keyOf(one, trees)) ?? null) : shownAs(one)
			const n = value === null ? null : rests || rated ? one.n : roundedStock(one.n)
			cells.push({ tableCode: one.tableCode, measure, row: one.row, column: one.column, value, n })
		}
	}
	return cells
}

/** On how many it rests is told rounded; neither they nor the others of the shown count must be placed by that. */
function leavesOpen(n: number, count: number | null | undefined): boolean {
	if (typeof count !== 'number') return false
	const { low, high } = stockInterval(roundedStock(n))
	return Math.min(high, count) - low >= WIDTH
}

const keyOf = ({ tableCode, row, column }: Pick<RawQuantity, 'tableCode' | 'row' | 'column'>, trees: Trees) => {
	const { rows, columns } = TABLES[tableCode]
	return cellKey([trees[rows].dimension, row], [trees[columns].dimension, column])
}

function shownAs({ measure, value, n, people, largest }: RawQuantity): number | null {
	switch (KINDS[measure]) {
		case 'middle':
			return measure.endsWith('_p90') && n < ENOUGH_FOR_P90 ? null : roundedTime(value)
		case 'sum':
			return mayShowSum(people, value, largest ?? value) ? twoDigits(value) : null
		case 'mean':
			return roundedMean(value, n)
		default:
			throw new Error(`${measure} is no quantity`)
	}
}

/** Shares that may be shown, by cell: on how many they rest is shown too, and neither the part nor what is left of it can be placed. */
async function ratesOf(
	own: readonly RawQuantity[],
	trees: Trees,
	rests: Measure | undefined,
	shownCount: ReadonlyMap<string, number | null>,
	joinedThen: readonly string[],
) {
	const { rows, columns } = TABLES[own[0]!.tableCode]
	const whole: Grid = marginSystem(
		own.map(({ row, column, n, people }) => ({ row, column, value: n, people })),
		trees[rows],
		trees[columns],
	)
	// where the whole is a count that is published, it has been made safe with the other tables of that count
	const hidden = rests
		? new Set(
				own
					.filter((one) => typeof shownCount.get(`${one.tableCode} ${rests} ${one.row} ${one.column}`) !== 'number')
					.map((one) => keyOf(one, trees)),
			)
		: await hiddenCells(whole, joinedThen)
	const of = (key: string) => whole.cells.get(key)?.value ?? 0
	// a part is small, or what it leaves of the whole is: either is somebody
	const parts: Grid = marginSystem(
		own.map(({ row, column, value, n }) => ({
			row,
			column,
			value,
			people: Math.min(...[value, n - value].filter((some) => some > 0)),
		})),
		trees[rows],
		trees[columns],
	)
	const rates = new Map<string, number>()
	for (const one of own) {
		const rate = hidden.has(keyOf(one, trees)) ? null : roundedRate(one.value, one.n)
		if (rate !== null) rates.set(keyOf(one, trees), rate)
	}
	const memory: Memory = new Map()
	for (;;) {
		const open = new Map(
			[...parts.cells.keys()].map((key) => [
				key,
				rates.has(key)
					? rateInterval(rates.get(key)!, of(key))
					: { low: 0, high: hidden.has(key) ? Infinity : of(key) },
			]),
		)
		const weak = await weaklyOpen(parts, open, memory)
		if (weak.length === 0) return rates
		const without = new Set([...parts.cells.keys()].filter((key) => !rates.has(key)))
		const fewer = weak.flatMap((keys) => keys.find((key) => rates.has(key)) ?? nearestShown(parts, without, keys) ?? [])
		for (const key of fewer.length > 0 ? fewer : [...rates.keys()]) rates.delete(key)
	}
}
