import en from '~/i18n/locales/en/roster'
import zh from '~/i18n/locales/zh-CN/roster'
import type { Locale } from '~/i18n/resources'
import { BYTE_ORDER_MARK, csvLines } from '~/lib/csv-lines.server'
import type { Refused } from './import-work.server'
import type { RosterColumn } from './roster-column'
import type { RowProblem } from './roster-row'

const said = (language: Locale) => (language === 'en' ? en : zh)

/** Column, reason and what to do, in one sentence. */
export function sentenceOf(language: Locale, columns: RosterColumn[], { field, code, row, name }: RowProblem): string {
	const { problems, fields } = said(language)
	const heading = columns.find((column) => column.field === field)?.heading ?? fields[field]
	const sentence = problems[code].replace('{{row}}', String(row ?? '')).replace('{{name}}', name ?? '')
	return `${heading}${language === 'en' ? ': ' : '：'}${sentence}`
}

/** Rows that will not be taken, as a file of their own: the columns as they were, then which row it was and why. */
export function problemLines(language: Locale, columns: RosterColumn[]) {
	const { problemsFile } = said(language)
	const parts = [
		BYTE_ORDER_MARK + csvLines([[...columns.map(({ heading }) => heading), problemsFile.row, problemsFile.reason]]),
	]
	return {
		get empty() {
			return parts.length === 1
		},
		add(refused: Refused[], cellsOf: (rowNo: number) => string[]) {
			if (refused.length === 0) return
			parts.push(
				csvLines(
					refused.map(({ rowNo, problems }) => {
						const cells = cellsOf(rowNo)
						return [
							...columns.map((_, place) => cells[place] ?? ''),
							rowNo,
							problems.map((problem) => sentenceOf(language, columns, problem)).join(' '),
						]
					}),
				),
			)
		},
		bytes: () => Buffer.from(parts.join('')),
	}
}
