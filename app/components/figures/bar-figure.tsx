import { useId } from 'react'
import { ENDINGS, type Block, type Row } from '~/domain/figures/board'
import { isOverall, sayEnding, sayNumber, sayRow, sayValue, type FiguresText } from '~/domain/figures/board-words'
import { REST, barChart, type Bar } from '~/domain/figures/chart-shapes'
import { sumOf } from '~/domain/figures/look-up'
import { PARTS, Patterns, fillOf, isPart, type Part } from './patterns'
import { Picture } from './picture'
import { useSay } from './use-say'

const CONFIRMED_REST: Part = 'confirmed.rest'

/** The parts of one row of endings, in their order. What is confirmed and not told further is a part of its own. */
function partsOf({ cells }: Row): NonNullable<Bar['parts']> {
	const [, confirmed, ...rest] = cells.map(({ value }) => value)
	const parts = ENDINGS.map((key, index) => ({ key, value: rest[index] }))
	const told = parts.slice(0, 3)
	if (typeof confirmed !== 'number' || told.every(({ value }) => value !== null)) return parts
	const left = confirmed - (sumOf(told.map(({ value }) => value ?? undefined)) ?? 0)
	return [...told, { key: CONFIRMED_REST, value: left }, ...parts.slice(3)]
}

const sayPart = (t: FiguresText, part: Part) =>
	part === REST ? t('endings.rest') : part === CONFIRMED_REST ? t('endings.confirmedRest') : sayEnding(t, part)

/** Bars side by side, each with its name above; in stacks each with its parts, and what the patterns mean below. */
export function BarFigure({ block, title }: { block: Block; title: string }) {
	const say = useSay()
	const { t } = say
	const id = useId().replaceAll(':', '')
	const measure = block.measures[0]!
	const stacks = block.chart === 'stacks'
	const period = isOverall(block, block.columns[0]!)
	const rows = block.rows.filter(({ cells: [first] }) => first!.value !== undefined)
	const chart = barChart({
		bars: rows.map((row) => ({
			label: sayRow(say, row),
			value: row.cells[0]!.value,
			parts: stacks ? partsOf(row) : [],
		})),
		width: 330,
		barHeight: 18,
		labelHeight: 22,
		gap: 9,
		format: (value) => sayNumber(say, measure, value, true),
	})
	const first = chart.bars.find(({ value }) => typeof value === 'number')
	const drawn = new Set(chart.bars.flatMap(({ segments }) => segments.map(({ key }) => key)))
	const used = PARTS.filter((part) => drawn.has(part))
	return (
		<>
			<Picture
				size={chart}
				title={title}
				says={[
					!first
						? t('chart.nothing')
						: stacks
							? t('chart.stacks', { count: chart.bars.length })
							: t('chart.bars', { first: first.label, value: first.written }),
					t('chart.table'),
				].join(' ')}
			>
				<Patterns scope={id} parts={used} />
				{chart.bars.map((bar) => (
					<g key={bar.label} aria-hidden="true" className="fill-ink text-[15px]">
						<text x={0} y={bar.labelY}>
							{bar.label}
						</text>
						{bar.segments.length > 0 ? (
							bar.segments.map(({ key, x, width }) => (
								<rect
									key={key}
									x={x}
									y={bar.y}
									width={width}
									height={bar.height}
									fill={isPart(key) ? fillOf(id, key) : undefined}
									className="stroke-ink"
									strokeWidth={0.75}
								/>
							))
						) : (
							<rect y={bar.y} width={bar.width} height={bar.height} className="fill-accent" />
						)}
						{bar.hidden ? (
							<text x={0} y={bar.y + bar.height - 4} className="fill-muted text-[14px]">
								{sayValue(say, measure, null, period)}
							</text>
						) : (
							<text x={bar.width + 7} y={bar.y + bar.height - 4} className="font-bold">
								{bar.written ?? t('nothing')}
							</text>
						)}
					</g>
				))}
			</Picture>
			{used.length > 0 ? <Key parts={used} label={t('block.key')} say={(part) => sayPart(t, part)} /> : null}
		</>
	)
}

function Key({ parts, label, say }: { parts: Part[]; label: string; say: (part: Part) => string }) {
	const id = useId().replaceAll(':', '')
	return (
		<ul aria-label={label} className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
			{parts.map((part) => (
				<li key={part} className="flex items-center gap-2 text-small">
					<svg width={26} height={16} aria-hidden="true" className="shrink-0">
						<Patterns scope={id} parts={[part]} />
						<rect x={0.5} y={0.5} width={25} height={15} fill={fillOf(id, part)} className="stroke-ink" />
					</svg>
					{say(part)}
				</li>
			))}
		</ul>
	)
}
