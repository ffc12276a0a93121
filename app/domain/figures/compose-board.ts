import type { Named } from '~/domain/vocabulary/vocabulary.server'
import type { Asked, BoardName, By } from './address'
import { REST_ROW, ENDINGS, type Block, type Board, type Column, type Head, type Row } from './board'
import { ENDED_BY, HEADS, LINES, PARTS, WITHIN, type Course } from './board-asks'
import { changeOf, isAdded, sumOf, type Figure, type LookUp, type Place } from './look-up'
import { ALL, NONE, type Measure, type TableCode } from './tables'

/** What was read for a page, and what its codes are called. */
export type Material = {
	board: BoardName
	asked: Asked
	/** The months shown, and as many before them where all of those were told. */
	months: string[]
	before: string[]
	find: LookUp
	compare: Named | null
	placeName: string | null
	/** The codes of the dimension that the page is told apart by, in their order. */
	codes: Named[]
	below: Named[]
}

/** The numbers of a page, put together from what was published. */
export function composeBoard(material: Material): Pick<Board, 'heads' | 'blocks'> {
	const { board, asked } = material
	const several = material.months.length > 1
	const course = LINES[board].map(({ section, course: of }) => lineBlock(material, section, of))
	const apart = PARTS[`${board} ${asked.by}`]
	const parts = apart ? apart.measures.map((measure) => partsBlock(material, apart.table, measure)) : []
	const ended = ENDED_BY[asked.by]
	const endings =
		board === 'enrolment'
			? []
			: [endingsBlock(material), ...(asked.area === ALL && ended ? [endedByBlock(material, ended)] : [])]
	return {
		heads: HEADS[board].map((of) => headOf(material, of)),
		blocks: [...course, ...parts, ...endings, ...placesBlock(material)].map((block) => ({ ...block, several })),
	}
}

type Made = Omit<Block, 'several'>
const at = ({ table, measure, column }: Course, row: string): Place => ({ table, measure, row, column })

/** Several months in one: added where that may be done, else the last of them. */
function overall({ find, months }: Material, place: Place): Figure {
	const last = months.at(-1)!
	if (!isAdded(place.measure)) return find(place, last)
	return { value: sumOf(months.map((month) => find(place, month).value)), n: null }
}

function headOf(material: Material, course: Course): Head {
	const { asked, months, before, find } = material
	const place = at(course, asked.area)
	const added = isAdded(course.measure)
	const now = overall(material, place)
	const earlier = added ? before : [...before, ...months].slice(-2, -1)
	const past = sumOf(earlier.map((month) => find(place, month).value))
	return {
		measure: course.measure,
		ending: course.measure === 'endings' ? (course.column as Head['ending']) : null,
		over: added ? 'period' : 'month',
		...now,
		change: changeOf(past, now.value),
	}
}

function lineBlock(material: Material, section: Block['section'], course: Course): Made {
	const { asked, months, find, compare, placeName } = material
	const areas = [
		{ code: asked.area, name: placeName },
		...(compare ? [compare] : asked.compare === ALL ? [{ code: ALL, name: null }] : []),
	]
	return {
		id: course.measure,
		chart: 'lines',
		section,
		measures: [course.measure],
		columns: areas.map(({ name }) => ({ measure: course.measure, place: name ?? ALL })),
		rows: months.map((month) => ({
			kind: 'month',
			code: month,
			name: null,
			cells: areas.map(({ code }) => find(at(course, code), month)),
		})),
	}
}

/** Columns of the whole period, then month by month, of one count. */
const throughMonths = ({ months }: Material, measure: Measure): Column[] => [
	{ measure, month: null },
	...(months.length > 1 ? months.map((month) => ({ measure, month })) : []),
]
const cellsThroughMonths = (material: Material, place: Place) =>
	throughMonths(material, place.measure).map(({ month }) =>
		month ? material.find(place, month) : overall(material, place),
	)

function partsBlock(material: Material, table: TableCode, measure: Measure): Made {
	const { asked } = material
	const columns = throughMonths(material, measure)
	const whole = cellsThroughMonths(material, { table, measure, row: asked.area, column: ALL })
	const rows = rowsOf(material.codes, asked.by, (code) =>
		cellsThroughMonths(material, { table, measure, row: asked.area, column: code }),
	)
	return {
		id: `${measure}-by-${asked.by}`,
		chart: 'bars',
		section: material.board === 'outcomes' ? 'course' : 'parts',
		measures: [measure],
		columns,
		rows: withRest(byFirst(rows), whole, asked.by),
	}
}

const ENDING_COLUMNS: Column[] = ([ALL, 'confirmed', ...ENDINGS] as const).map((ending) => ({
	measure: 'endings',
	ending,
}))

/** How the cases of a place ended, month by month. */
function endingsBlock({ asked, months, find }: Material): Made {
	return {
		id: 'endings',
		chart: 'stacks',
		section: 'endings',
		measures: ['endings'],
		columns: ENDING_COLUMNS,
		rows: months.map((month) => ({
			kind: 'month',
			code: month,
			name: null,
			cells: ENDING_COLUMNS.map(({ ending }) =>
				find({ table: 'help_area_ending', measure: 'endings', row: asked.area, column: ending! }, month),
			),
		})),
	}
}

function endedByBlock(material: Material, table: TableCode): Made {
	const { by } = material.asked
	const cells = (row: string) =>
		ENDING_COLUMNS.map(({ ending }) => overall(material, { table, measure: 'endings', row, column: ending! }))
	return {
		id: `endings-by-${by}`,
		chart: 'stacks',
		section: 'endings',
		measures: ['endings'],
		columns: ENDING_COLUMNS,
		rows: withRest(byFirst(rowsOf(material.codes, by, cells)), cells(ALL), by),
	}
}

/** The places within, those with anything to tell. */
function placesBlock(material: Material): Made[] {
	const { board, asked, below } = material
	if (below.length === 0) return []
	const courses = WITHIN[board]
	const cells = (code: string) => courses.map((course) => overall(material, at(course, code)))
	const rows = rowsOf([...below, { code: `${asked.area}:unplaced`, name: '' }], 'place', cells)
	for (const row of rows) if (below.some(({ code }) => code === row.code)) row.area = row.code
	const whole = cells(asked.area).map((cell, index) => (isAdded(courses[index]!.measure) ? cell : NOTHING))
	return [
		{
			id: 'places',
			chart: 'places',
			section: 'places',
			measures: courses.map(({ measure }) => measure),
			columns: courses.map(({ measure, column }) =>
				measure === 'endings' ? { measure, ending: column as 'confirmed' } : { measure },
			),
			rows: withRest(rows, whole, 'place'),
		},
	]
}

const NOTHING: Figure = { value: undefined, n: null }
const isSomething = ({ value }: Figure) => value !== undefined && value !== 0

/** One row for each code, and for what was not said, as far as there is anything. */
const rowsOf = (codes: readonly Named[], kind: By | 'place', cells: (code: string) => Figure[]): Row[] =>
	[...codes, { code: NONE, name: '' }]
		.map(({ code, name }) => ({ kind, code, name: name || null, cells: cells(code) }))
		.filter((row) => row.cells.some(isSomething))

/** The largest first; what is not shown, and what was not said, last. */
function byFirst(rows: Row[]): Row[] {
	const size = ({ code, cells: [first] }: Row) => (code === NONE ? -2 : (first!.value ?? -1))
	return [...rows].sort((a, b) => size(b) - size(a))
}

/**
 * What the rows that are not shown one by one come to together, in each column that has two or more of them. Never said of
 * a single one, nor where the whole is not shown, nor where it would be the whole.
 */
function withRest(rows: Row[], whole: readonly Figure[], kind: Row['kind']): Row[] {
	const cells = whole.map((total, column): Figure => {
		const values = rows.map((row) => row.cells[column]!.value)
		const hidden = values.filter((value) => value === null).length
		if (typeof total.value !== 'number' || hidden < 2 || !values.some((value) => value)) return NOTHING
		return { value: total.value - (sumOf(values.map((value) => value ?? undefined)) ?? 0), n: null }
	})
	return cells.some(isSomething) ? [...rows, { kind, code: REST_ROW, name: null, cells }] : rows
}
