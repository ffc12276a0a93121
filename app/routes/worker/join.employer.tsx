import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { JoinFrame } from '~/components/join/join-frame'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { joinPath } from '~/domain/members/joining'
import { EmployerSchema } from '~/domain/members/joining.schema'
import { findEmployer, listEmployers } from '~/domain/members/joining.server'
import { Refused } from './filing-steps.server'
import { showJoining, takeJoining } from './joining.server'

/** Links and buttons do all of it, so the page ships no script. */
export const handle = { title: 'join:employer.title', scripts: false } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	showJoining(request, 'employer', async (db, { draft, language }) => {
		const { searchParams } = new URL(request.url)
		const query = (searchParams.get('q') ?? '').trim().slice(0, 60)
		return {
			query,
			from: searchParams.get('from') === 'check' ? 'check' : null,
			found: await listEmployers(db, language, query),
			chosen: draft.employer?.employer ? await findEmployer(db, language, draft.employer.employer) : null,
		}
	})

export const action = ({ request }: ActionFunctionArgs) =>
	takeJoining(request, 'employer', {
		schema: EmployerSchema,
		keep: async (db, answers, { language }) => {
			if (!(await findEmployer(db, language, answers.employer)))
				throw new Refused({ employer: 'join:errors.employerMissing' })
			return answers
		},
	})

export default function EmployerPage() {
	const { t } = useTranslation(['join', 'common', 'filing'])
	const { draft, query, from, found, chosen } = useLoaderData<typeof loader>()
	const problem = useActionData<typeof action>()?.errors.employer
	return (
		<JoinFrame step="employer" draft={draft}>
			<ErrorSummary problems={problem ? [{ name: 'q', message: problem }] : []} />
			<PageTitle lead={t('employer.lead')}>{t('employer.title')}</PageTitle>
			<Form method="get" role="search" reloadDocument className="mb-6">
				<label htmlFor="q" className="font-bold">
					{t('employer.search')}
				</label>
				{from ? <input type="hidden" name="from" value={from} /> : null}
				<div className="mt-2 flex gap-2">
					<input id="q" name="q" type="search" defaultValue={query} maxLength={60} className="control min-w-0" />
					<Button className="shrink-0">{t('common:actions.search')}</Button>
				</div>
			</Form>
			<Form method="post" reloadDocument>
				{chosen && !query ? (
					<Notice tone="good" title={t('employer.chosen', { name: chosen.name })}>
						<Button name="employer" value={chosen.id} tone="primary" className="mt-2">
							{t('filing:place.keep')}
						</Button>
					</Notice>
				) : null}
				{found.length > 0 ? (
					<ul className="mb-6 divide-y divide-line overflow-hidden rounded-card border border-line bg-card">
						{found.map(({ id, name, unionName }) => (
							<li key={id}>
								<button name="employer" value={id} className="min-h-12 w-full px-4 py-2 text-left">
									<span className="link">{name}</span>
									<span className="block text-small text-muted">{unionName}</span>
								</button>
							</li>
						))}
					</ul>
				) : (
					<p role="status" className="mb-6">
						{query ? t('employer.none', { query }) : t('employer.noneAtAll')}
					</p>
				)}
			</Form>
			<p>
				<TextLink to={joinPath('way')} tall reloadDocument>
					{t('employer.other')}
				</TextLink>
			</p>
		</JoinFrame>
	)
}
