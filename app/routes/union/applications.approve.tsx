import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { ApproveForm } from '~/components/review/approve-form'
import { LeftOut } from '~/components/review/left-out'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { asUser, readAs } from '~/db/db.server'
import { sortTicked } from '~/domain/members/application-doubles'
import { ApproveSchema, MOST_AT_ONCE } from '~/domain/members/review.schema'
import { listDoubles, listTicked, requireOfficer } from '~/domain/members/review.server'
import { approveApplication, approveApplications } from '~/domain/members/review-steps.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm } from '~/lib/form-data'
import { unionStep } from './step.server'

export const handle = { title: 'join:review.titles.approve' } satisfies PageHandle

/** `?id=` asks once more about these. `?approved=` says how many became members, and `?left=` which did not. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = new URL(request.url).searchParams
	const [ids, left] = [search.getAll('id').slice(0, MOST_AT_ONCE), search.getAll('left').slice(0, MOST_AT_ONCE)]
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			await requireOfficer(db, organisationId)
			const asked = ids.length > 0 ? ids : left
			const rows = await listTicked(db, language, organisationId, asked)
			const waiting = rows.filter(({ state }) => state === 'submitted').map(({ id }) => id)
			const doubles = await listDoubles(db, organisationId, waiting)
			return {
				organisationId,
				...sortTicked(rows, doubles, ids.length === 1),
				approved: Number(search.get('approved') ?? -1),
			}
		}),
	)
}

/** One that was looked at by itself, or many of which each must be clear. */
export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const parsed = parseForm(form, ApproveSchema)
	if (!parsed.ok) return data({ values: formValues(form, ApproveSchema), errors: parsed.reply.errors }, { status: 422 })
	const { ids } = parsed.data
	const list = `/union/${organisationId}/applications`
	const [only] = ids
	if (ids.length === 1 && only) {
		return unionStep(
			request,
			async (db) => {
				const outcome = await approveApplication(db, only)
				return { done: outcome, to: outcome === 'approved' ? list : `${list}/${only}` }
			},
			`${list}/${only}`,
		)
	}
	const { data: outcomes } = await signedIn(request, (user) =>
		asUser(user, (db) => approveApplications(db, organisationId, ids)),
	)
	const left = outcomes.filter(({ outcome }) => outcome !== 'approved').map(({ applicationId }) => applicationId)
	const told = new URLSearchParams([
		['approved', String(outcomes.length - left.length)],
		...left.map((id) => ['left', id]),
	])
	return redirect(`${list}/approve?${told}`, 303)
}

export default function Approve() {
	const { t } = useTranslation('join')
	const { organisationId, ready, left, approved } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	const list = `/union/${organisationId}/applications`
	const result = approved >= 0 && !reply
	return (
		<div className="max-w-3xl">
			<PageTitle>
				{result
					? t('review.result.title')
					: ready.length > 0
						? t('review.approve.title', { count: ready.length })
						: t('review.titles.approve')}
			</PageTitle>
			{result ? (
				<Notice tone="good" announce>
					{t('review.result.approved', { count: approved })}
				</Notice>
			) : ready.length > 0 ? (
				<ApproveForm ready={ready} left={left} reply={reply} />
			) : (
				<EmptyState title={t('review.approve.none')}>{t('review.approve.noneHint')}</EmptyState>
			)}
			<LeftOut
				left={left}
				base={list}
				title={result ? t('review.result.left', { count: left.length }) : t('review.approve.left')}
			/>
			<p className="mt-4">
				<LinkButton to={list}>{t('review.facts.back')}</LinkButton>
			</p>
		</div>
	)
}
