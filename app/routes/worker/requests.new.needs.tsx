import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { NeedsField } from '~/components/filing/needs-field'
import { DraftMark } from '~/components/filing/draft-mark'
import { StepFrame } from '~/components/filing/step-frame'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { URGENCIES } from '~/domain/cases/case-state'
import { NeedsSchema } from '~/domain/requests/filing.schema'
import { listCategories, type CategoryGroup } from '~/domain/vocabulary/vocabulary.server'
import { Refused, showStep, takeStep } from './filing-steps.server'

export const handle = { title: 'filing:needs.title' } satisfies PageHandle

const plain = ({ code, name, hint }: { code: string; name: string; hint: string | null }) => ({ code, name, hint })
/** What can be chosen: needs, and a group only where it has none below it. */
const choices = (groups: CategoryGroup[]) =>
	groups.flatMap((group) => (group.children.length > 0 ? group.children : group))

export const loader = ({ request }: LoaderFunctionArgs) =>
	showStep(request, 'needs', async (db, { language }) => {
		const groups = await listCategories(db, language)
		const asked = new URL(request.url).searchParams.get('need')
		return {
			groups: groups.map((group) => ({ ...plain(group), children: group.children.map(plain) })),
			asked: choices(groups).some(({ code }) => code === asked) ? asked : null,
		}
	})

export const action = ({ request }: ActionFunctionArgs) =>
	takeStep(request, 'needs', {
		schema: NeedsSchema,
		keep: async (db, answers, { language }) => {
			const known = choices(await listCategories(db, language)).map(({ code }) => code)
			if (answers.needs.some((need) => !known.includes(need)))
				throw new Refused({ needs: 'filing:errors.needsMissing' })
			return answers
		},
	})

const schema = () => import('~/domain/requests/filing.schema').then(({ NeedsSchema }) => NeedsSchema)

export default function NeedsPage() {
	const { t } = useTranslation(['filing', 'cases', 'common'])
	const { draft, mark, groups, asked } = useLoaderData<typeof loader>()
	const { needs = [], ...rest } = draft.needs ?? {}
	const { field, formProps, problems } = useZodForm(schema, {
		defaultValues: { ...rest, needs: asked ? [...new Set([...needs, asked])] : needs },
		reply: useActionData<typeof action>(),
	})
	return (
		<StepFrame step="needs">
			<Form {...formProps}>
				<DraftMark mark={mark} />
				<ErrorSummary problems={problems} />
				<NeedsField {...field('needs')} label={t('needs.title')} hint={t('needs.hint')} asTitle groups={groups} />
				<RadioGroup
					{...field('urgency')}
					label={t('needs.urgency')}
					options={URGENCIES.map((value) => ({
						value,
						label: t(`cases:urgency.${value}`),
						hint: t(`needs.urgencyHints.${value}`),
					}))}
				/>
				<SubmitButton>{t('common:actions.continue')}</SubmitButton>
			</Form>
		</StepFrame>
	)
}
