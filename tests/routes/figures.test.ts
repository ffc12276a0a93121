import { unzipSync, strFromU8 } from 'fflate'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { BoardName, Problem } from '~/domain/figures/address'
import type { Board } from '~/domain/figures/board'
import * as enrolmentPage from '~/routes/union/enrolment'
import * as definitionsPage from '~/routes/union/figures.definitions'
import * as exportFile from '~/routes/union/figures.export'
import * as outcomesPage from '~/routes/union/outcomes'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { accepted, answerOf, get, goesTo } from '~tests/support/receipt-calls'
import { seedPublished, type Written } from '~tests/support/seed-published'
import { STORY, operatorId, seedOrganisation, seedStaff, seedUser } from '~tests/support/seeds'

const CITY = '330100'
const MONTHS = ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01']
/** Four months of a province and its city: one month's housing and two districts are not shown. */
const cellsOf = (index: number): Written[] => {
	const filed = ['help_area_category', 'filed'] as const
	const ended = ['help_area_ending', 'endings'] as const
	const joined = ['enrolment_area_sector', 'applications'] as const
	const n = 40 + index * 10
	return [
		...['all', '330000', CITY].map((row): Written => [...filed, row, 'all', n]),
		[...filed, 'all', 'labour', 30],
		[...filed, 'all', 'housing', index === 1 ? null : 6],
		[...filed, 'all', 'legal', index === 1 ? null : n - 36],
		[...filed, '330105', 'all', n - 15],
		[...filed, '330106', 'all', null],
		[...filed, '330108', 'all', null],
		['help_area_category', 'hours_to_reply_median', 'all', 'all', 5 + index, n],
		...(['all', CITY] as const).flatMap((row): Written[] => [
			[...ended, row, 'all', 30],
			[...ended, row, 'confirmed', 20],
			[...ended, row, 'confirmed.got_help', 20],
			[...ended, row, 'disputed', 10],
		]),
		...['all', '330000', CITY].map((row): Written => [...joined, row, 'all', 12]),
		[...joined, 'all', 'delivery', 12],
		['enrolment_area_sector', 'members', 'all', 'all', 120 + index * 10],
	]
}

let people: Record<
	'analyst' | 'officer' | 'administrator' | 'caseworker' | 'liaison' | 'manager' | 'triager' | 'nobody',
	string
>
let caseId: string

beforeAll(async () => {
	const fake = fakeAccounts()
	for (const [index, month] of MONTHS.entries()) await seedPublished(owner, month, cellsOf(index))
	await seedPublished(owner, MONTHS[3]!, cellsOf(3), {
		revision: 2,
		zh: '补录了晚到的个案',
		en: 'Late cases were entered',
	})
	const found = await accepted()
	caseId = found.caseId
	const union = await seedOrganisation(owner, { kind: 'union' })
	const desk = await operatorId(owner)
	const as = async (organisation: string, ...roles: Parameters<typeof seedStaff>[2][]) =>
		signedInAs(fake, (await seedStaff(owner, organisation, ...roles)).user)
	people = {
		analyst: await as(union, 'analyst'),
		officer: await as(union, 'officer'),
		administrator: await as(desk, 'administrator'),
		caseworker: await as(found.organisation, 'caseworker'),
		manager: await as(found.organisation, 'manager'),
		liaison: await as(union, 'liaison'),
		triager: await as(desk, 'triager'),
		nobody: await signedInAs(fake, (await seedUser(owner)).user),
	}
})
afterEach(() => vi.restoreAllMocks())

const PAGES = { enrolment: enrolmentPage, outcomes: outcomesPage }
const look = (board: BoardName, cookie: string, search = '') =>
	answerOf(PAGES[board].loader(get(`/union/${board}${search}`, cookie)))
const take = (cookie: string, search: string) =>
	answerOf(exportFile.loader(get(`/union/figures/export?${search}`, cookie)))
type Answer = { data: { found: Board; problems: Problem[] }; init: { status?: number } }
const shown = async (board: BoardName, search = '', cookie = people.analyst) =>
	(await look(board, cookie, search)) as Answer
const block = ({ data }: Answer, id: string) => data.found.blocks.find((one) => one.id === id)!
const rowOf = (answer: Answer, id: string, code: string) => block(answer, id).rows.find((row) => row.code === code)
const head = ({ data }: Answer, measure: string, ending: string | null = null) =>
	data.found.heads.find((one) => one.measure === measure && one.ending === ending)

test('analysts and officers of any union and administrators read both pages, the definitions and the files', async () => {
	for (const cookie of [people.analyst, people.officer, people.administrator]) {
		for (const board of ['enrolment', 'outcomes'] as const) {
			const { data, init } = await shown(board, '', cookie)
			expect([data.problems, data.found.months.length, init.status]).toEqual([[], 4, undefined])
		}
		expect(await answerOf(definitionsPage.loader(get('/union/figures/definitions', cookie)))).toMatchObject({
			data: null,
		})
		expect(await take(cookie, 'board=outcomes&format=csv')).toMatchObject({ status: 200 })
	}
})

test('everybody else is refused, and the refusal says nothing of anybody', async () => {
	const { analyst: _, officer: __, administrator: ___, ...others } = people
	for (const cookie of Object.values(others)) {
		const answers = [
			await look('enrolment', cookie),
			await look('outcomes', cookie, `?area=${CITY}`),
			await answerOf(definitionsPage.loader(get('/union/figures/definitions', cookie))),
			await take(cookie, 'board=outcomes&format=csv'),
			await take(cookie, 'board=enrolment&format=xlsx'),
		]
		for (const answer of answers)
			expect(answer).toMatchObject({ init: { status: 403 }, data: { messageKey: 'common:errors.forbidden' } })
		expect(JSON.stringify(answers)).not.toMatch(/found|"value"/)
	}
	expect(goesTo(await look('outcomes', ''))[1]).toContain('/signin')
})

test('months are added only where all are shown; times are told month by month, and the last one at the top', async () => {
	const answer = await shown('outcomes')
	expect(head(answer, 'filed')).toMatchObject({ value: 40 + 50 + 60 + 70, over: 'period', change: null })
	expect(head(answer, 'hours_to_reply_median')).toMatchObject({ value: 8, n: 70, over: 'month', change: 1 })
	expect(head(answer, 'endings', 'confirmed')).toMatchObject({ value: 80 })
	expect(head(answer, 'rating_mean')).toMatchObject({ value: undefined })
	expect(rowOf(answer, 'filed-by-category', 'labour')!.cells[0]).toEqual({ value: 120, n: null })
	expect(rowOf(answer, 'filed-by-category', 'housing')!.cells.map(({ value }) => value)).toEqual([null, 6, null, 6, 6])
	// two that are not shown in June stand together, in June and over the whole period, and not where each is shown
	expect(rowOf(answer, 'filed-by-category', 'rest')!.cells.map(({ value }) => value)).toEqual([
		220 - 120,
		undefined,
		20,
		undefined,
		undefined,
	])
	const later = await shown('outcomes', '?from=2026-07&to=2026-08')
	expect(head(later, 'filed')).toMatchObject({ value: 130, change: 130 - 90 })
	expect(rowOf(later, 'filed-by-category', 'housing')!.cells[0]).toEqual({ value: 12, n: null })
})

test('a city shows its districts with the others together, its way up, and a second place beside it', async () => {
	const answer = await shown('outcomes', `?area=${CITY}&compare=330000&from=2026-07`)
	const { path, choices, compare, months } = answer.data.found
	expect(path.map(({ code }) => code)).toEqual(['330000', CITY])
	expect(compare?.code).toBe('330000')
	expect(months.map(({ month }) => month)).toEqual(['2026-07-01', '2026-08-01'])
	expect(choices.below.map(({ code }) => code)).toContain('330105')
	expect(choices.beside.map(({ code }) => code)).not.toContain(CITY)
	expect(block(answer, 'places').rows.map(({ code, cells }) => [code, cells[0]!.value])).toEqual([
		['330105', 45 + 55],
		['330106', null],
		['330108', null],
		['rest', 130 - 100],
	])
	expect(rowOf(answer, 'filed', '2026-08-01')!.cells.map(({ value }) => value)).toEqual([70, 70])
	// trade is told of the whole alone, and the page says what it shows instead
	expect((await shown('outcomes', `?area=${CITY}&by=sector`)).data.found).toMatchObject({
		insteadOf: 'sector',
		asked: { by: 'category' },
	})
})

test('what an address asks for and there is not is said, and nothing else is shown', async () => {
	for (const [search, problem] of [
		['?area=999999', 'area'],
		['?area=%27%3B--', 'area'],
		['?compare=123456', 'compare'],
		['?from=2026-13', 'month'],
		['?from=2026-08&to=2026-05', 'order'],
		['?by=shoe', 'by'],
	] as const) {
		const answer = await shown('outcomes', search)
		expect([search, answer.data.problems, answer.init.status]).toEqual([search, [problem], 422])
		const file = await take(people.analyst, `board=outcomes&format=csv&${search.slice(1)}`)
		expect(goesTo(file)).toEqual([302, `/union/outcomes${search.replace('%3B--', '%3B--')}`])
	}
	expect((await shown('outcomes', '?from=2020-01&to=2020-03')).data).toMatchObject({
		problems: [],
		found: { months: [] },
	})
	for (const search of ['board=outcomes&format=doc', 'board=cases&format=csv', ''])
		expect(await take(people.analyst, search)).toMatchObject({ init: { status: 404 } })
})

test('a month that was told again says why, in the reader’s language', async () => {
	const { months } = (await shown('outcomes')).data.found
	expect(months.map(({ revision, note }) => [revision, note])).toEqual([
		[1, null],
		[1, null],
		[1, null],
		[2, 'Late cases were entered'],
	])
})

test('a file has exactly what the page has, what is not shown in words, and nobody in it', async () => {
	const search = `board=outcomes&format=csv&from=2026-06&to=2026-07`
	const csv = (await take(people.analyst, search)) as Response
	expect(csv.headers.get('Content-Disposition')).toContain('attachment')
	expect([csv.headers.get('X-Content-Type-Options'), csv.headers.get('Cache-Control')]).toEqual([
		'nosniff',
		'private, no-store',
	])
	const text = await csv.text()
	const lines: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
	const page = await shown('outcomes', '?from=2026-06&to=2026-07')
	const numbers = [
		...page.data.found.heads,
		...page.data.found.blocks.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)),
	]
	const from = lines.findIndex(([first]) => first === 'Part') + 1
	const written = lines.slice(from, from + numbers.length).map((line) => line[3])
	const hidden = numbers.flatMap(({ value }, index) => (value === null ? [written[index]] : []))
	expect(hidden.length).toBeGreaterThan(3)
	expect(new Set(hidden)).toEqual(new Set(['Not shown', 'At least one month isn’t shown']))
	expect(
		numbers.flatMap(({ value }, index) => (typeof value === 'number' ? [[value, Number(written[index])]] : [])),
	).toEqual(numbers.flatMap(({ value }) => (typeof value === 'number' ? [[value, value]] : [])))
	expect(text).toContain('Why some numbers are not shown')

	const excel = (await take(people.analyst, search.replace('csv', 'xlsx'))) as Response
	const files = unzipSync(new Uint8Array(await excel.arrayBuffer()))
	const sheets = [1, 2, 3].map((n) => strFromU8(files[`xl/worksheets/sheet${n}.xml`]!))
	expect(sheets[0]).toContain('<v>110</v>')
	expect(sheets[0]).toContain('At least one month isn’t shown')
	expect(sheets[1]).toContain('Cases filed')
	expect(sheets[2]).toContain('None of these months was published again')
	const everything = text + sheets.join('') + JSON.stringify(page)
	for (const secret of [STORY, caseId, caseId.slice(0, 8)]) expect(everything).not.toContain(secret)
	expect(everything).not.toMatch(/1[3-9]\d{9}|T-[A-Z0-9]{8}|@[\w.]+\.(test|example)/)
})
