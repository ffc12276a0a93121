import type { BarChart, LineChart } from '~/domain/figures/chart-shapes'
import type { Locale } from '~/i18n/resources'

/** A report as it is read from top to bottom: words, numbers already written out, and shapes. How it looks is drawn elsewhere. */
export type Report = {
	language: Locale
	title: string
	subject: string
	/** Under the title: which place, which time, which revision. */ about: string[]
	publishedAt: Date
	blocks: Block[]
	/** Numbers that are not shown. */ hidden: number
}
export type Block =
	| { kind: 'heading'; text: string }
	| { kind: 'text'; text: string }
	| { kind: 'note'; title: string; text: string }
	| { kind: 'tiles'; tiles: { label: string; value: string; under: string }[] }
	| { kind: 'table'; title: string; columns: string[]; rows: string[][]; small?: boolean }
	| { kind: 'lines'; title: string; alt: string; chart: LineChart }
	| { kind: 'bars'; title: string; alt: string; chart: BarChart }
	| { kind: 'terms'; terms: { term: string; meaning: string }[] }
	| { kind: 'list'; items: string[] }

/** The width between the margins, in points: charts are worked out for it. */
export const PAPER_WIDTH = 495

/** `{{name}}` filled in. */
export const fill = (text: string, values: Record<string, string | number>) =>
	text.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? ''))
