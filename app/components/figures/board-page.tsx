import { Link } from '@remix-run/react'
import { Card } from '~/components/ui/card'
import { Details } from '~/components/ui/details'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { searchOf, type Asked, type Problem } from '~/domain/figures/address'
import { SECTIONS, isAllHidden, isEmpty, type Block, type Board, type Row, type Section } from '~/domain/figures/board'
import { sayBlock, sayPeriod, sayPlace } from '~/domain/figures/board-words'
import { ALL } from '~/domain/figures/tables'
import { formatDate, formatMonth } from '~/lib/format'
import { BarFigure } from './bar-figure'
import { FigureTable } from './figure-table'
import { FindFigures } from './find-figures'
import { HeadFigures } from './head-figures'
import { LineFigure } from './line-figure'
import { TakeFigures } from './take-figures'
import { DEFINITIONS, useSay } from './use-say'

/** One page of published figures: of one place, of some months, perhaps beside another place. */
export function BoardPage({ found, problems }: { found: Board; problems: Problem[] }) {
	const say = useSay()
	const { t } = say
	const { board, months, path } = found
	return (
		<>
			<PageTitle over={t('tabs.label')} lead={t(`${board}.lead`)}>
				{t(`${board}.title`)}
			</PageTitle>
			{problems.length > 0 ? <Problems problems={problems} /> : null}
			<Breadcrumb found={found} />
			{found.told.length > 0 ? <FindFigures found={found} open={problems.length > 0} /> : null}
			{problems.length > 0 ? null : (
				<>
					<h2 className="text-title font-bold">{sayPlace(t, path)}</h2>
					<p className="mb-4 text-lead">
						{sayPeriod(
							say,
							months.map(({ month }) => month),
						)}
					</p>
					<When months={months} />
					{found.insteadOf ? <Notice>{t('insteadOf')}</Notice> : null}
					<Figures found={found} />
				</>
			)}
		</>
	)
}

function Problems({ problems }: { problems: Problem[] }) {
	const { t } = useSay()
	return (
		<Notice tone="wait" title={t('problems.title')} announce>
			<ul className="list-disc pl-5">
				{problems.map((problem) => (
					<li key={problem}>{t(`problems.${problem}`)}</li>
				))}
			</ul>
			<TextLink to="?" tall>
				{t('problems.out')}
			</TextLink>
		</Notice>
	)
}

/** The same months of another place. */
const leadTo = ({ board, asked }: Board, area: string) => {
	const search = searchOf(board, { ...(asked satisfies Asked), area, compare: null })
	return search === '' ? '?' : `?${search}`
}

function Breadcrumb({ found }: { found: Board }) {
	const { t } = useSay()
	const up = [{ code: ALL, name: t('whole') }, ...found.path]
	if (up.length < 2) return null
	return (
		<nav aria-label={t('breadcrumb')} className="print:hidden">
			<ol className="flex flex-wrap items-center gap-x-2">
				{up.map(({ code, name }, index) => (
					<li key={code} className="flex items-center gap-x-2">
						{index > 0 ? <span aria-hidden="true">›</span> : null}
						{index === up.length - 1 ? (
							<span aria-current="location">{name}</span>
						) : (
							<TextLink to={leadTo(found, code)} tall>
								{name}
							</TextLink>
						)}
					</li>
				))}
			</ol>
		</nav>
	)
}

/** When the last month was told, and which were told again, and why. */
function When({ months }: Pick<Board, 'months'>) {
	const { t, locale } = useSay()
	const last = months.at(-1)
	const again = months.filter(({ note }) => note !== null)
	return (
		<>
			{last ? (
				<p className="mb-4 text-muted">
					{t('published', { month: formatMonth(last.month, locale), date: formatDate(last.publishedAt, locale) })}
				</p>
			) : null}
			{again.length > 0 ? (
				<Notice title={t('again.title')}>
					<ul>
						{again.map(({ month, publishedAt, note }) => (
							<li key={month}>
								{t('again.month', {
									...{ month: formatMonth(month, locale), date: formatDate(publishedAt, locale), note },
								})}
							</li>
						))}
					</ul>
				</Notice>
			) : null}
		</>
	)
}

const GRID = 'grid grid-cols-1 items-start gap-x-5 md:grid-cols-2 print:block'
const GRIDS: Record<Section, string> = {
	course: `${GRID} xl:grid-cols-3`,
	parts: GRID,
	endings: GRID,
	speed: `${GRID} xl:grid-cols-3`,
	gains: `${GRID} xl:grid-cols-3`,
	places: '',
}

function Figures({ found }: { found: Board }) {
	const { t, locale } = useSay()
	const { heads, blocks, months, told, path } = found
	const parent = path.at(-2) ?? { code: ALL, name: t('whole') }
	const up =
		path.length > 0 ? (
			<TextLink to={leadTo(found, parent.code)} tall>
				{t('empty.up', { place: parent.name })}
			</TextLink>
		) : null
	if (told.length === 0) return <EmptyState title={t('empty.nothing')}>{t('empty.nothingHint')}</EmptyState>
	if (months.length === 0) {
		const [from, to] = [told[0]!, told.at(-1)!].map((month) => formatMonth(month, locale))
		return <EmptyState title={t('empty.period')}>{t('empty.periodHint', { from, to })}</EmptyState>
	}
	if (isEmpty(found))
		return (
			<EmptyState title={t('empty.place')}>
				<p>{t('empty.placeHint')}</p>
				{up}
			</EmptyState>
		)
	return (
		<>
			{isAllHidden(found) ? (
				<EmptyState title={t('empty.hidden')}>
					<p>{t('empty.hiddenHint')}</p>
					{up}
				</EmptyState>
			) : null}
			<HeadFigures heads={heads} months={months} />
			{SECTIONS.map((section) => {
				const own = blocks.filter((block) => block.section === section && block.rows.length > 0)
				if (own.length === 0) return null
				return (
					<section key={section} aria-labelledby={section} className="mb-4">
						<h2 id={section} className="mb-3 text-title font-bold">
							{t(section === 'speed' && found.board === 'outcomes' ? 'sections.speedOfHelp' : `sections.${section}`)}
						</h2>
						{section === 'endings' ? <p className="mb-4 max-w-3xl text-muted">{t('endingsLead')}</p> : null}
						<div className={GRIDS[section]}>
							{own.map((block) => (
								<BlockCard key={block.id} block={block} found={found} />
							))}
						</div>
					</section>
				)
			})}
			<TakeFigures board={found.board} search={searchOf(found.board, found.asked)} />
		</>
	)
}

function BlockCard({ block, found }: { block: Block; found: Board }) {
	const say = useSay()
	const { t } = say
	const title = sayBlock(say, block, found.asked.by)
	const linkOf = (row: Row) => (row.area ? leadTo(found, row.area) : null)
	const heading = (
		<Link to={`${DEFINITIONS}#${block.measures[0]}`} className="link">
			{title}
		</Link>
	)
	if (block.chart === 'places')
		return (
			<Card level={3} title={title}>
				<FigureTable block={block} title={title} linkOf={linkOf} />
			</Card>
		)
	return (
		<Card level={3} title={heading}>
			{block.chart === 'lines' ? <LineFigure block={block} title={title} /> : <BarFigure block={block} title={title} />}
			<div className="table-on-paper mt-3 -mb-4">
				<Details summary={t('block.table')}>
					<FigureTable block={block} title={title} />
				</Details>
			</div>
		</Card>
	)
}
