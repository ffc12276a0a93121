import { monthAfter, monthsFrom } from './look-up'
import { ALL } from './tables'

/** The pages of figures, and by what each may be told apart beside place and month. */
export const BOARDS = {
	enrolment: ['sector', 'platform', 'campaign'],
	outcomes: ['category', 'sector', 'platform'],
} as const
export type BoardName = keyof typeof BOARDS
export type By = (typeof BOARDS)[BoardName][number]

/** What an address asks for; null: what is usual. Months are first days. */
export type Asked = { area: string; compare: string | null; from: string | null; to: string | null; by: By }
/** What an address asks for and there is not. */
export const PROBLEMS = ['area', 'compare', 'month', 'order', 'by'] as const
export type Problem = (typeof PROBLEMS)[number]

const AREA = /^\d{6}(\d{3})?$/
const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/
/** So many months are shown where the address does not say. */
const USUAL = 12

/** Everything that a page of figures shows stands in its address, so that a link shows a colleague the same. */
export function readAddress(board: BoardName, search: URLSearchParams): { asked: Asked; problems: Problem[] } {
	const problems: Problem[] = []
	const said = (name: string) => search.get(name)?.trim() ?? ''
	const place = (name: 'area' | 'compare') => {
		const code = said(name)
		if (code === '' || code === ALL || AREA.test(code)) return code
		problems.push(name)
		return ''
	}
	const month = (name: string) => {
		const text = said(name)
		if (text === '') return null
		if (MONTH.test(text)) return `${text}-01`
		problems.push('month')
		return null
	}
	const area = place('area') || ALL
	const compare = place('compare')
	const [from, to] = [month('from'), month('to')]
	if (from && to && from > to) problems.push('order')
	const known = BOARDS[board]
	const by = known.find((code) => code === said('by'))
	if (said('by') !== '' && !by) problems.push('by')
	return {
		asked: { area, compare: compare === '' || compare === area ? null : compare, from, to, by: by ?? known[0] },
		problems: [...new Set(problems)],
	}
}

/** The address that asks for this; what is usual is left out. */
export function searchOf(board: BoardName, { area, compare, from, to, by }: Asked): string {
	const search = new URLSearchParams()
	if (area !== ALL) search.set('area', area)
	if (compare) search.set('compare', compare)
	if (from) search.set('from', from.slice(0, 7))
	if (to) search.set('to', to.slice(0, 7))
	if (by !== BOARDS[board][0]) search.set('by', by)
	return search.toString()
}

/** Of the months that were told, those that are asked for, the earliest first; `told` is in the same order. */
export function periodOf({ from, to }: Asked, told: readonly string[]): string[] {
	const [first, last] = [told[0], told.at(-1)]
	if (!first || !last) return []
	const until = to && to < last ? to : last
	const wanted = from ?? monthAfter(until, 1 - USUAL)
	return monthsFrom(wanted > first ? wanted : first, until)
}

/** As many months right before; none where not all of them were told. */
export function periodBefore(months: readonly string[], told: readonly string[]): string[] {
	const [first] = months
	if (!first) return []
	const before = monthsFrom(monthAfter(first, -months.length), monthAfter(first, -1))
	return before.every((month) => told.includes(month)) ? before : []
}
