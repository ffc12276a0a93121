import type { TableFormat } from '~/lib/table-file'
import en from '~/i18n/locales/en/roster'
import zh from '~/i18n/locales/zh-CN/roster'
import type { Locale } from '~/i18n/resources'
import { xlsxStream } from '~/lib/xlsx-stream.server'
import { BYTE_ORDER_MARK, csvLines } from '~/lib/csv-lines.server'
import type { ExportedMember } from './exports.server'
import { TEMPLATE_HEADINGS } from './headings.server'
import { ROSTER_FIELDS } from './roster-column'

type Line = (string | number | null)[]
const textsOf = (language: Locale) => (language === 'en' ? en : zh)

/** A day in Beijing. */
const day = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

function lineOf(member: ExportedMember, language: Locale): Line {
	const { genders, forms, states } = textsOf(language).export
	const { gender, workingForm } = member
	return [
		...[member.number, member.name, member.phone, member.email, gender && genders[gender], member.birthYear],
		...[member.idLastFour, member.area, member.sector, member.platform, member.station],
		...[workingForm && forms[workingForm], states[member.state], day(member.joinedAt), day(member.confirmedAt)],
	]
}

async function* csvStream(batches: AsyncIterable<Line[]>): AsyncGenerator<Uint8Array> {
	yield Buffer.from(BYTE_ORDER_MARK)
	for await (const lines of batches) yield Buffer.from(csvLines(lines))
}

const written = (format: TableFormat, title: string, batches: AsyncIterable<Line[]>) =>
	format === 'csv' ? csvStream(batches) : xlsxStream(title, batches)

/** A list of members as a file, with its headings, written as it is read. */
export function memberFile(format: TableFormat, language: Locale, batches: AsyncIterable<ExportedMember[]>) {
	const { headings, sheet } = textsOf(language).export
	async function* lines() {
		yield [Object.values(headings)] as Line[]
		for await (const batch of batches) yield batch.map((member) => lineOf(member, language))
	}
	return written(format, sheet, lines())
}

/** An empty list with the headings that an import recognises. */
export function templateFile(format: TableFormat, language: Locale) {
	async function* lines() {
		yield [ROSTER_FIELDS.map((field) => TEMPLATE_HEADINGS[language][field])] as Line[]
	}
	return written(format, textsOf(language).export.sheet, lines())
}

export const TEMPLATE_NAME = { en: en.export.file, 'zh-CN': zh.export.file }
export const PROBLEMS_NAME = { en: en.problemsFile.name, 'zh-CN': zh.problemsFile.name }
/** With the day, so that an old list is known for one. */
export const exportName = (language: Locale, now = new Date()) => `${textsOf(language).export.file}-${day(now)}`
