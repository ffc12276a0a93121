import type { Bar } from '~/domain/figures/chart-shapes'
import { lookUp, monthAfter, type Place } from '~/domain/figures/look-up'
import { ALL, ANSWERS, NONE, RESULTS, type Measure, type TableCode } from '~/domain/figures/tables'
import { formatMonth } from '~/lib/format'
import { barBlocks, lineBlocks } from './chart-blocks'
import { ENDINGS, ENROLMENT, HELP, OUTCOMES, PLACE_COLUMNS, type ReportFacts } from './facts'
import { numberWriter, type PaperWords } from './numbers'
import { fill, type Block, type Report } from './report'

const isAnswer = (ending: string) => (ANSWERS as readonly string[]).includes(ending)

/** The report, from published cells alone. The same cells make the same report. */
export function composeReport(facts: ReportFacts): Report {
	const { language, month, months, place } = facts
	const write = numberWriter(language)
	const { words } = write
	const find = lookUp(
		facts.cells,
		months.map((one) => one.month),
	)
	const before = monthAfter(month, -1)
	const at = (table: TableCode, measure: Measure, column: string, row = place.code): Place => ({
		...{ table, measure, row, column },
	})
	const valueOf = (where: Place, when = month) => write.seen(where, when, find(where, when))
	const said = (where: Place, when = month) => write.said(where.measure, valueOf(where, when))
	const titleMonth = formatMonth(month, language)

	const measuresTable = (title: string, table: TableCode, measures: readonly Measure[], column: string): Block => ({
		...{ kind: 'table', title, columns: Object.values(words.columns) },
		rows: measures.map((measure) => {
			const where = at(table, measure, column)
			return [words.measures[measure], said(where), said(where, before), write.restsOn(measure, find(where, month))]
		}),
	})
	const lines = (title: string, shown: { label: string; where: Place }[]) =>
		lineBlocks(
			write,
			title,
			months.map((one) => one.month),
			shown.map(({ label, where }) => ({ label, measure: where.measure, of: (when) => valueOf(where, when) })),
		)
	const bars = (title: string, all: Bar[]) => barBlocks(write, title, all)
	const endingsBars = ENDINGS.map((ending): Bar => {
		const parts = RESULTS.map((key) => ({ key, value: valueOf(at('help_area_ending', 'endings', `${ending}.${key}`)) }))
		return {
			label: words.endings[ending],
			value: valueOf(at('help_area_ending', 'endings', ending)),
			...(isAnswer(ending) ? { parts } : {}),
		}
	})
	const ending = (column: string, row?: string) => said(at('help_area_ending', 'endings', column, row))
	const endingsTable: Block = {
		...{ kind: 'table', title: words.bars.endings, columns: [words.measures.endings, ...Object.values(words.results)] },
		rows: ENDINGS.map((one) => [
			words.endings[one],
			ending(one),
			...RESULTS.map((result) => (isAnswer(one) ? ending(`${one}.${result}`) : words.nothing)),
		]),
	}
	const named = (codes: { code: string; name: string }[]) => [...codes, { code: NONE, name: words.none }]
	const tile = (label: string, where: Place) => ({
		...{ label, value: said(where), under: fill(words.before, { value: said(where, before) }) },
	})
	const within = facts.places.filter(({ code }) =>
		PLACE_COLUMNS.some(({ table, measure, column }) => {
			const { value } = find(at(table, measure, column, code), month)
			return value !== 0 && value !== undefined
		}),
	)
	const placesTable: Block[] = [
		{ kind: 'heading', text: words.places },
		within.length === 0
			? { kind: 'text', text: words.placesNone }
			: {
					...{ kind: 'table', title: words.places },
					columns: [words.place, ...PLACE_COLUMNS.map(({ measure, column }) => columnName(measure, column))],
					rows: within.map(({ code, name }) => [
						name,
						...PLACE_COLUMNS.map(({ table, measure, column }) => said(at(table, measure, column, code))),
					]),
				},
	]
	function columnName(measure: Measure, column: string): string {
		if (column === 'confirmed') return words.endings.confirmed
		return column === ALL ? words.measures[measure] : words.confirmedHelp
	}
	const byCategory: Block[] =
		place.code === ALL
			? [
					{
						...{ kind: 'table', title: words.byCategory },
						columns: [words.category, words.total, ...Object.values(words.endings)],
						rows: named(facts.categories).flatMap(({ code, name }) => {
							const cells = [ALL, ...ENDINGS].map((column) => at('help_category_ending', 'endings', column, code))
							return cells.every((where) => find(where, month).value === 0)
								? []
								: [[name, ...cells.map((where) => said(where))]]
						}),
					},
				]
			: []

	const blocks: Block[] = [
		...revisionNotes(facts, words),
		{ kind: 'heading', text: words.headline },
		{
			kind: 'tiles',
			tiles: [
				tile(words.measures.approvals, at('enrolment_area_sector', 'approvals', ALL)),
				tile(words.measures.members, at('enrolment_area_sector', 'members', ALL)),
				tile(words.measures.filed, at('help_area_category', 'filed', ALL)),
				tile(words.confirmedHelp, at('help_area_ending', 'endings', 'confirmed.got_help')),
			],
		},
		{ kind: 'heading', text: words.enrolment },
		...lines(words.lines.enrolment, [
			{ label: words.measures.applications, where: at('enrolment_area_sector', 'applications', ALL) },
			{ label: words.measures.approvals, where: at('enrolment_area_sector', 'approvals', ALL) },
		]),
		measuresTable(words.enrolment, 'enrolment_area_sector', ENROLMENT, ALL),
		...bars(
			words.bars.sectors,
			named(facts.sectors).map(({ code, name }) => ({
				label: name,
				value: valueOf(at('enrolment_area_sector', 'approvals', code)),
			})),
		),
		{ kind: 'heading', text: words.help },
		...lines(words.lines.help, [
			{ label: words.measures.filed, where: at('help_area_category', 'filed', ALL) },
			{ label: words.endings.confirmed, where: at('help_area_ending', 'endings', 'confirmed') },
		]),
		measuresTable(words.help, 'help_area_category', HELP, ALL),
		...bars(
			words.bars.categories,
			named(facts.categories).map(({ code, name }) => ({
				label: name,
				value: valueOf(at('help_area_category', 'filed', code)),
			})),
		),
		{ kind: 'heading', text: words.outcomes },
		{ kind: 'text', text: words.outcomesLead },
		...bars(words.bars.endings, endingsBars),
		{ kind: 'text', text: words.bars.key },
		endingsTable,
		measuresTable(words.endings.confirmed, 'help_area_ending', OUTCOMES, 'confirmed'),
		...byCategory,
		...placesTable,
	]
	blocks.push(
		{ kind: 'heading', text: words.hiddenTitle },
		{ kind: 'text', text: fill(words.hiddenCount, { count: write.number(write.hidden()) }) },
		{ kind: 'list', items: Object.values(words.hiddenWhy) },
		{ kind: 'heading', text: words.definitions },
		{ kind: 'text', text: words.definitionsLead },
		{
			kind: 'terms',
			terms: [...ENROLMENT, ...HELP, 'endings' as const, ...OUTCOMES].map((measure) => ({
				...{ term: words.measures[measure], meaning: words.meaning[measure] },
			})),
		},
		{ kind: 'text', text: words.source },
	)
	const placeName = place.name ?? words.about
	return {
		language,
		title: fill(place.name === null ? words.titleAll : words.titleUnion, { month: titleMonth, place: placeName }),
		subject: fill(words.subject, { month: titleMonth }),
		about: [
			facts.organisation === null
				? placeName
				: fill(words.aboutUnion, { place: placeName, organisation: facts.organisation }),
			fill(words.period, {
				from: write.date(dayOf(month)),
				to: write.date(new Date(dayOf(monthAfter(month, 1)).getTime() - 1)),
			}),
			fill(words.published, { date: write.date(facts.publishedAt), revision: facts.revision }),
		],
		publishedAt: facts.publishedAt,
		blocks,
		hidden: write.hidden(),
	}
}

function revisionNotes({ months, month, language }: ReportFacts, words: PaperWords): Block[] {
	const again = months.flatMap((one) => (one.note ? [{ month: one.month, note: one.note[language] }] : []))
	const own = again.find((one) => one.month === month)
	const others = again
		.filter((one) => one.month !== month)
		.map((one) => `${formatMonth(one.month, language)}: ${one.note}`)
	return [
		...(own ? [{ kind: 'note', title: words.revisionTitle, text: own.note } as const] : []),
		...(others.length > 0 ? [{ kind: 'note', title: words.revisionOthers, text: others.join('\n') } as const] : []),
	]
}

/** The first moment of a day in Beijing. */
const dayOf = (day: string) => new Date(`${day}T00:00:00+08:00`)
