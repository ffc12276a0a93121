import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { TextLink } from '~/components/ui/text-link'
import { REVIEW_VIEWS, type ReviewView } from '~/domain/members/review.schema'

type Named = { id: string; name: string }
type Chosen = { campaign: string; station: string }

/** The three states of a list, each keeping what it is narrowed to. */
export function ReviewViews({ current, chosen }: { current: ReviewView; chosen: Chosen }) {
	const { t } = useTranslation('join')
	const narrowed = Object.entries(chosen).filter(([, id]) => id !== '')
	return (
		<nav aria-label={t('review.views.label')} className="mb-4 border-b border-line print:hidden">
			<ul className="-mb-px flex flex-wrap gap-x-5">
				{REVIEW_VIEWS.map((view) => (
					<li key={view}>
						<Link
							to={`?${new URLSearchParams([['view', view], ...narrowed])}`}
							className="tab"
							aria-current={view === current ? 'page' : undefined}
						>
							{t(`review.views.${view}`)}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	)
}

type FilterProps = { view: ReviewView; chosen: Chosen; campaigns: Named[]; stations: Named[] }

/** By campaign and by station; nothing stands here where a union has neither. */
export function ReviewFilter({ view, chosen, campaigns, stations }: FilterProps) {
	const { t } = useTranslation('join')
	const lists = [
		['campaign', campaigns],
		['station', stations],
	] as const
	if (campaigns.length + stations.length === 0) return null
	return (
		<Form method="get" reloadDocument className="mb-5 flex flex-wrap items-end gap-3 print:hidden">
			<input type="hidden" name="view" value={view} />
			{lists.map(([name, list]) =>
				list.length === 0 ? null : (
					<div key={name} className="min-w-40 flex-1 sm:max-w-60">
						<label htmlFor={name} className="font-bold">
							{t(`review.filter.${name}`)}
						</label>
						<select id={name} name={name} defaultValue={chosen[name]} className="control mt-1">
							<option value="">{t('review.filter.all')}</option>
							{list.map(({ id, name: text }) => (
								<option key={id} value={id}>
									{text}
								</option>
							))}
						</select>
					</div>
				),
			)}
			<Button>{t('review.filter.apply')}</Button>
			{chosen.campaign || chosen.station ? (
				<TextLink to={`?view=${view}`} tall reloadDocument>
					{t('review.filter.clear')}
				</TextLink>
			) : null}
		</Form>
	)
}
