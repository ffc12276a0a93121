import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { JoinFrame } from '~/components/join/join-frame'
import { NobodyResponsible } from '~/components/join/nobody-responsible'
import type { PageHandle } from '~/components/layout/page-handle'
import { Card } from '~/components/ui/card'
import { PageTitle } from '~/components/ui/page-title'
import { basisOfUnion } from '~/domain/members/joining'
import { UnionSchema } from '~/domain/members/joining.schema'
import { offeredUnions, unionsNear } from '~/domain/members/joining.server'
import { areaPath } from '~/domain/vocabulary/vocabulary.server'
import { Refused } from './filing-steps.server'
import { showJoining, takeJoining } from './joining.server'

export const handle = { title: 'join:union.title', scripts: false } satisfies PageHandle

/** The union stands here by its name before anything personal is asked. */
export const loader = ({ request }: LoaderFunctionArgs) =>
	showJoining(request, 'union', async (db, { draft, language }) => {
		const unions = await offeredUnions(db, language, draft)
		return {
			unions,
			near: unions.length === 0 ? await unionsNear(db, language, draft.place?.area ?? '') : [],
			place: (await areaPath(db, language, draft.place?.area ?? '')).map(({ name }) => name).join(' · '),
			known: { ofBefore: draft.before, ofPoster: draft.campaign?.union },
		}
	})

export const action = ({ request }: ActionFunctionArgs) =>
	takeJoining(request, 'union', {
		schema: UnionSchema,
		keep: async (db, { union }, { draft, language }) => {
			if (!(await offeredUnions(db, language, draft)).some(({ id }) => id === union))
				throw new Refused({ union: 'join:errors.unionMissing' })
			return { union, ...basisOfUnion(draft) }
		},
	})

export default function UnionPage() {
	const { t } = useTranslation(['join', 'common'])
	const { draft, unions, near, place, known } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(UnionSchema, {
		defaultValues: { union: draft.union?.union ?? '' },
		reply: useActionData<typeof action>(),
	})
	const [only] = unions
	return (
		<JoinFrame step="union" draft={draft}>
			{!only ? (
				<NobodyResponsible place={place} near={near} />
			) : (
				<Form {...formProps}>
					<ErrorSummary problems={problems} />
					<PageTitle lead={t(unions.length > 1 ? 'union.leadSeveral' : 'union.lead', { place })}>
						{t('union.title')}
					</PageTitle>
					{unions.length > 1 ? (
						<RadioGroup
							{...field('union')}
							label={t('union.which')}
							options={unions.map(({ id, name }) => ({
								value: id,
								label: name,
								hint: t(
									id === known.ofBefore ? 'union.ofBefore' : id === known.ofPoster ? 'union.ofPoster' : 'union.ofPlace',
								),
							}))}
						/>
					) : (
						<Card title={only.name}>
							<input type="hidden" name="union" value={only.id} />
							{only.about ? <p>{only.about}</p> : null}
						</Card>
					)}
					<p className="mb-5">{t('union.sees')}</p>
					<SubmitButton>{t('common:actions.continue')}</SubmitButton>
				</Form>
			)}
		</JoinFrame>
	)
}
