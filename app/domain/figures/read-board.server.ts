import type { Db } from '~/db/begin.server'
import { CAMPAIGN_KINDS } from '~/domain/members/membership-state'
import {
	areaPath,
	childAreas,
	listCategories,
	listPlatforms,
	listSectors,
	type Named,
} from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'
import { BOARDS, periodBefore, periodOf, type Asked, type BoardName, type By, type Problem } from './address'
import type { Board, Told } from './board'
import { ENDED_BY, HEADS, LINES, PARTS, WITHIN, mayBeToldApart, type Course } from './board-asks'
import { composeBoard } from './compose-board'
import { lookUp, type PublishedMonth } from './look-up'
import { requireReader } from './reader.server'
import { listPublishedMonths, readCells, type Ask } from './read-published.server'
import { ALL, NONE } from './tables'

const plain = ({ code, name }: Named): Named => ({ code, name })
const shortened = (db: Db, language: Locale, by: By): Promise<Named[]> | Named[] => {
	if (by === 'sector') return listSectors(db, language)
	if (by === 'platform') return listPlatforms(db, language)
	if (by === 'category') return listCategories(db, language)
	return CAMPAIGN_KINDS.map((code) => ({ code, name: '' }))
}

/** Everything that an address asks to see of one page. `problems`: what it names and there is not. */
export async function readBoard(
	db: Db,
	language: Locale,
	board: BoardName,
	asked: Asked,
): Promise<{ found: Board; problems: Problem[] }> {
	const instead = !mayBeToldApart(board, asked.by, asked.area)
	const shown: Asked = instead ? { ...asked, by: BOARDS[board][0] } : asked
	const [, published, path, comparePath, below, named] = await Promise.all([
		requireReader(db),
		listPublishedMonths(db),
		asked.area === ALL ? [] : areaPath(db, language, asked.area),
		asked.compare === null || asked.compare === ALL ? [] : areaPath(db, language, asked.compare),
		childAreas(db, language, asked.area === ALL ? null : asked.area),
		shortened(db, language, shown.by),
	])
	const problems: Problem[] = []
	if (asked.area !== ALL && path.length === 0) problems.push('area')
	if (asked.compare !== null && asked.compare !== ALL && comparePath.length === 0) problems.push('compare')
	const told = published.map(({ month }) => month).reverse()
	const months = problems.length > 0 ? [] : periodOf(shown, told)
	const before = periodBefore(months, told)
	const children = below.map(plain)
	const parent = path.at(-2)?.code ?? null
	const [beside, cells] = await Promise.all([
		asked.area === ALL || path.length === 0 ? [] : childAreas(db, language, parent),
		readAll(db, { board, asked: shown, months, before, below: children, codes: named.map(({ code }) => code) }),
	])
	const compare = comparePath.at(-1)
	const composed =
		months.length === 0
			? { heads: [], blocks: [] }
			: composeBoard({
					board,
					asked: shown,
					months,
					before,
					find: lookUp(cells, told),
					compare: compare ? plain(compare) : null,
					placeName: path.at(-1)?.name ?? null,
					codes: named.map(plain),
					below: children,
				})
	const above = path.slice(0, -1).map(plain)
	return {
		problems,
		found: {
			board,
			asked: shown,
			path: path.map(plain),
			compare: compare ? plain(compare) : null,
			choices: { above, beside: beside.filter(({ code }) => code !== asked.area).map(plain), below: children },
			told,
			months: toldOf(published, months, language),
			before,
			insteadOf: instead ? asked.by : null,
			...composed,
		},
	}
}

const toldOf = (published: readonly PublishedMonth[], months: readonly string[], language: Locale): Told[] =>
	published
		.filter(({ month }) => months.includes(month))
		.map(({ note, ...month }) => ({ ...month, note: note && note[language] }))
		.reverse()

type Wanted = Pick<Board, 'board' | 'asked' | 'before'> & { months: string[]; below: Named[]; codes: string[] }

/** In one round trip: the place and the one beside it through both periods, and what is within through the one shown. */
async function readAll(db: Db, { board, asked, months, before, below, codes }: Wanted) {
	const [from, to] = [months[0], months.at(-1)]
	if (!from || !to) return []
	const { area, compare, by } = asked
	const lines = (courses: Course[], rows: string[]): Ask[] =>
		courses.map(({ table, measure, column }) => ({ table, measures: [measure], rows, columns: [column] }))
	const beside = compare
		? lines(
				LINES[board].map(({ course }) => course),
				[compare],
			)
		: []
	const parts = PARTS[`${board} ${by}`]
	const ended = area === ALL && board === 'outcomes' ? ENDED_BY[by] : undefined
	const within: Ask[] = [
		...lines(
			LINES[board].map(({ course }) => course),
			[area],
		),
		...beside,
		...lines(WITHIN[board], [...below.map(({ code }) => code), `${area}:unplaced`, ...(area === ALL ? [NONE] : [])]),
		...(parts ? [{ ...parts, rows: [area] }] : []),
		...(board === 'outcomes' ? [{ table: 'help_area_ending', measures: ['endings'], rows: [area] } as const] : []),
		// all rows of a table of the whole, which are few: its codes, what was not said, and all of them
		...(ended ? [{ table: ended, measures: ['endings'], rows: [...codes, NONE, ALL] } as const] : []),
	]
	const earlier = before[0] ?? from
	const past = lines(HEADS[board], [area])
	const found = await Promise.all([
		readCells(db, from, to, within),
		earlier < from ? readCells(db, earlier, before.at(-1)!, past) : [],
	])
	return found.flat()
}
