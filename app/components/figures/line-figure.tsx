import { Link } from '@remix-run/react'
import type { Block } from '~/domain/figures/board'
import { sayColumn, sayNumber, sayRow, sayValue } from '~/domain/figures/board-words'
import { lineChart, type Line } from '~/domain/figures/chart-shapes'
import { KINDS } from '~/domain/figures/tables'
import { Picture } from './picture'
import { NOT_SHOWN, useSay } from './use-say'

const MARGINS = { top: 30, right: 32, bottom: 28, left: 50 }

/** Months as a line, and a second place dashed beside it. What is not shown is a hole and a ring at the foot. */
export function LineFigure({ block, title }: { block: Block; title: string }) {
	const say = useSay()
	const { t } = say
	const measure = block.measures[0]!
	const last = block.rows.at(-1)!
	const chart = lineChart({
		series: block.columns.map((column, index) => ({
			label: sayColumn(say, block, column),
			values: block.rows.map(({ cells }) => cells[index]!.value),
		})),
		labels: block.rows.map(({ code }) => code.slice(0, 7)),
		width: 330,
		height: 200,
		margins: MARGINS,
		labelWidth: 70,
		format: (value) => sayNumber(say, measure, value, true),
		most: KINDS[measure] === 'rate' ? 100 : KINDS[measure] === 'mean' ? 5 : undefined,
	})
	const hidden = new Set(chart.gaps.map(({ index }) => index)).size
	const several = chart.lines.length > 1
	const lowest = Math.max(...chart.lines.map(({ name }) => name?.y ?? 0))
	const picture = (
		<Picture
			size={chart}
			title={title}
			says={[
				t('chart.lines', {
					count: block.rows.length,
					from: sayRow(say, block.rows[0]!),
					to: sayRow(say, last),
					last: sayValue(say, measure, last.cells[0]!.value),
				}),
				...chart.lines
					.slice(1)
					.map(({ label }, index) =>
						t('chart.compared', { place: label, last: sayValue(say, measure, last.cells[index + 1]!.value) }),
					),
				...(hidden > 0 ? [t('chart.hidden', { count: hidden })] : []),
				t('chart.table'),
			].join(' ')}
		>
			<g className="fill-muted text-[14px]" aria-hidden="true">
				{chart.yTicks.map(({ at, label }) => (
					<g key={at}>
						<line x1={chart.plot.x} x2={chart.plot.x + chart.plot.width} y1={at} y2={at} className="stroke-line" />
						<text x={chart.plot.x - 7} y={at + 5} textAnchor="end">
							{label}
						</text>
					</g>
				))}
				{chart.xTicks.map(({ at, label }) => (
					<text key={at} x={at} y={chart.height - 6} textAnchor="middle">
						{label}
					</text>
				))}
			</g>
			{chart.gaps.map(({ x, y, index, series }) => (
				<circle
					key={`${index} ${series}`}
					cx={x}
					cy={y - 7 - series * 10}
					r={3.5}
					className="fill-card stroke-muted"
					strokeWidth={1.5}
				/>
			))}
			{chart.lines.toReversed().map((line, index) => (
				<Course
					key={line.label}
					line={line}
					second={several && index === 0}
					below={several && line.name?.y === lowest}
					name={several ? line.label : null}
					value={saidLast(line)}
				/>
			))}
		</Picture>
	)
	return hidden === 0 ? (
		picture
	) : (
		<>
			{picture}
			<p className="text-small text-muted">
				{t('chart.gap')}{' '}
				<Link to={NOT_SHOWN} className="link">
					{t('why')}
				</Link>
			</p>
		</>
	)

	function saidLast({ dots }: Line) {
		const dot = dots.at(-1)
		return dot?.index === block.rows.length - 1 ? sayNumber(say, measure, dot.value, true) : null
	}
}

type CourseProps = { line: Line; second: boolean; below: boolean; name: string | null; value: string | null }
/** Told apart without colour: dashes and squares against a full line with dots, and its name at its end. */
function Course({ line, second, below, name, value }: CourseProps) {
	const colour = second ? 'stroke-wait' : 'stroke-accent'
	const ground = second ? 'fill-wait' : 'fill-accent'
	return (
		<g aria-hidden="true">
			{line.paths.map((path) => (
				<path
					key={path}
					d={path}
					fill="none"
					strokeWidth={2.5}
					strokeLinejoin="round"
					strokeDasharray={second ? '6 4' : undefined}
					className={colour}
				/>
			))}
			{line.dots.map(({ x, y, index }) =>
				second ? (
					<rect key={index} x={x - 3} y={y - 3} width={6} height={6} className={ground} />
				) : (
					<circle key={index} cx={x} cy={y} r={3.5} className={ground} />
				),
			)}
			{line.name && (name ?? value) ? (
				<text
					x={Math.min(326, line.name.x + 28)}
					y={line.name.y + (below ? 20 : -10)}
					textAnchor="end"
					strokeWidth={4}
					paintOrder="stroke"
					strokeLinejoin="round"
					className={`stroke-card text-[15px] font-bold ${ground}`}
				>
					{[name, value].filter(Boolean).join(' ')}
				</text>
			) : null}
		</g>
	)
}
