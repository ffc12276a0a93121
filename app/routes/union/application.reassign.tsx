import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button } from '~/components/ui/button'
import { readAs } from '~/db/db.server'
import { ReassignSchema } from '~/domain/members/review.schema'
import { readApplication } from '~/domain/members/review.server'
import { listUnionsToHandTo, reassignApplication } from '~/domain/members/review-steps.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'
import { parseForm, type FormReply } from '~/lib/form-data'
import { unionStep } from './step.server'

export const handle = { title: 'join:review.titles.reassign' } satisfies PageHandle

/** `?search=`: any union by its name or place, in place of those near the applicant. */
export async function loader({ request, params: { organisationId = '', applicationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = (new URL(request.url).searchParams.get('search') ?? '').trim().slice(0, 60)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { id, name, state } = await readApplication(db, language, organisationId, applicationId)
			if (state !== 'submitted') throw new AppError('conflict')
			const found = await listUnionsToHandTo(db, language, { union: organisationId, applicationId, search })
			return { organisationId, id, name, search, found }
		}),
	)
}

export async function action({ request, params: { organisationId = '', applicationId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), ReassignSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const list = `/union/${organisationId}/applications`
	return unionStep(
		request,
		async (db) => {
			await reassignApplication(db, applicationId, parsed.data.union)
			return { done: 'reassigned', to: list }
		},
		`${list}/${applicationId}`,
		(): FormReply => ({
			values: { union: parsed.data.union },
			errors: { union: 'join:review.errors.notThisUnion' },
		}),
	)
}

export default function Reassign() {
	const { t } = useTranslation(['join', 'common'])
	const { organisationId, id, name, search, found } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(ReassignSchema, { reply: useActionData<typeof action>() })
	return (
		<StepPage
			back={`/union/${organisationId}/applications/${id}`}
			category={name ?? ''}
			title={t('review.titles.reassign')}
			lead={t('review.reassign.lead')}
		>
			<Form method="get" role="search" reloadDocument className="mb-6">
				<label htmlFor="search" className="font-bold">
					{t('review.reassign.search')}
				</label>
				<div className="mt-2 flex gap-2">
					<input
						id="search"
						name="search"
						type="search"
						defaultValue={search}
						maxLength={60}
						className="control min-w-0"
					/>
					<Button className="shrink-0">{t('common:actions.search')}</Button>
				</div>
			</Form>
			{found.length === 0 ? (
				<p role="status">{t('review.reassign.none', { search })}</p>
			) : (
				<Form {...formProps}>
					<ErrorSummary problems={problems} />
					<RadioGroup
						{...field('union')}
						label={t(search ? 'review.reassign.found' : 'review.reassign.nearby')}
						options={found.map(({ id: value, name: label, place }) => ({ value, label, hint: place ?? undefined }))}
					/>
					<SubmitButton>{t('review.reassign.submit')}</SubmitButton>
				</Form>
			)}
		</StepPage>
	)
}
