import { expect, test } from 'vitest'
import type { RawQuantity } from '~/domain/figures/gather'
import type { PublishedCell } from '~/domain/figures/prepare-counts.server'
import { prepareQuantities } from '~/domain/figures/prepare-quantities.server'
import { treesOf } from '~/domain/figures/trees'

const MONTH = '2026-03-01'
const TREES = treesOf(
	new Map([
		['330000', null],
		['330105', '330000'],
		['330106', '330000'],
	]),
	{ sectors: ['delivery'], platforms: [], categories: ['labour'] },
)
const replies = (row: string, n: number): RawQuantity => ({
	tableCode: 'help_area_category',
	measure: 'hours_to_reply_median',
	month: MONTH,
	row,
	column: 'all',
	value: 7.4,
	n,
	people: n,
	largest: null,
})
const filed = (row: string, value: number | null): PublishedCell => ({
	tableCode: 'help_area_category',
	measure: 'filed',
	row,
	column: 'all',
	value,
	n: null,
})
const cohort = (row: string, n: number, stayed: number): RawQuantity => ({
	...replies(row, n),
	tableCode: 'enrolment_area_sector',
	measure: 'retention_rate',
	value: stayed,
})

test('hours to the first reply are told only where the number of requests is, and not of how many closely', async () => {
	const told = async (n: number, count: number | null) => {
		const [cell] = await prepareQuantities([replies('330105', n)], [filed('330105', count)], TREES, [])
		return [cell!.value, cell!.n]
	}
	expect(await told(30, 40)).toEqual([7, 30])
	expect(await told(30, null)).toEqual([null, null]) // at least 25 requests: that would be told of a hidden number
	expect(await told(15, 16)).toEqual([null, null]) // "about 20" of 16 leaves one request without a reply, or none
	expect(await told(4, 40)).toEqual([null, null])
})

test('of how many it is told how many stayed is hidden where their joining was, a year before', async () => {
	const all = [cohort('all', 60, 50), cohort('330000', 60, 50), cohort('330105', 40, 33), cohort('330106', 20, 17)]
	const shown = async (joinedThen: string[]) =>
		(await prepareQuantities(all, [], TREES, joinedThen)).filter(({ value }) => value !== null).map(({ row }) => row)
	expect(await shown([])).toContain('330106')
	const after = await shown(['area=330106'])
	expect(after).not.toContain('330106')
	expect(after).not.toContain('330105') // or it would follow from the rest
	expect(after).toContain('all')
})
