import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Card } from '~/components/ui/card'
import { EmptyState } from '~/components/ui/empty-state'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { ALL_GROUPS, MEASURES, type FairnessRow } from '~/domain/fairness/matching'
import { FairnessTable } from './fairness-table'

export type FairnessShown = {
	rows: FairnessRow[]
	/** Of which anything can be shown, `all` first. */ groups: { code: string; name: string | null }[]
	group: string
}

/** For officers and for the desk's administrators alike: what is the same for members and for others, and what is not. */
export function FairnessReport({ rows, groups, group }: FairnessShown) {
	const { t } = useTranslation('fairness')
	return (
		<div className="max-w-3xl">
			<PageTitle lead={t('lead')}>{t('title')}</PageTitle>
			{groups.length > 1 ? (
				<nav aria-label={t('groups')} className="mb-5 border-b border-line print:hidden">
					<ul className="-mb-px flex flex-wrap gap-x-5">
						{groups.map(({ code, name }) => (
							<li key={code}>
								<Link to={`?group=${code}`} className="tab" aria-current={code === group ? 'page' : undefined}>
									{code === ALL_GROUPS ? t('all') : name}
								</Link>
							</li>
						))}
					</ul>
				</nav>
			) : null}
			{groups.length === 0 ? (
				<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
			) : (
				MEASURES.map((measure) => (
					<Card key={measure} title={t(`measures.${measure}`)}>
						<FairnessTable measure={measure} rows={rows.filter((row) => row.measure === measure)} />
					</Card>
				))
			)}
			<p>
				<TextLink to="definition" relative="path" tall>
					{t('read')}
				</TextLink>
			</p>
		</div>
	)
}

const SAID = {
	shows: ['alike', 'weight', 'reply', 'wait', 'outcome', 'once'],
	cannot: ['cause', 'chance', 'phone', 'joined', 'left'],
	how: ['memory', 'who', 'readers'],
} as const

/** The definition behind every number of the report, and what it is no proof of. */
export function FairnessDefinition() {
	const { t } = useTranslation('fairness')
	const list = (part: keyof typeof SAID, sentences: string[]) => (
		<Card title={t(`${part}.title`)}>
			<ul className="list-disc space-y-2 pl-5">
				{sentences.map((sentence) => (
					<li key={sentence}>{sentence}</li>
				))}
			</ul>
		</Card>
	)
	return (
		<div className="max-w-3xl">
			<TextLink to=".." relative="path" tall>
				{t('back')}
			</TextLink>
			<PageTitle>{t('definitionTitle')}</PageTitle>
			{list(
				'shows',
				SAID.shows.map((key) => t(`shows.${key}`)),
			)}
			{list(
				'cannot',
				SAID.cannot.map((key) => t(`cannot.${key}`)),
			)}
			{list(
				'how',
				SAID.how.map((key) => t(`how.${key}`)),
			)}
		</div>
	)
}
