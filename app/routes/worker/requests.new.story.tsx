import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DraftFiles } from '~/components/filing/draft-files'
import { DraftMark } from '~/components/filing/draft-mark'
import { StepFrame } from '~/components/filing/step-frame'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { TextArea } from '~/components/form/text-area'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import type { WithRefused } from '~/domain/attachments/attachment'
import { draftFiles } from '~/domain/attachments/attachments.server'
import { StorySchema } from '~/domain/requests/filing.schema'
import { STORY_LIMIT } from '~/domain/requests/filing-choices'
import { takeFiles } from './filing-files.server'
import { showStep, takeStep } from './filing-steps.server'

export const handle = { title: 'filing:story.title' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	showStep(request, 'story', async (db, { draftId }) => ({
		lost: new URL(request.url).searchParams.has('lost'),
		files: await draftFiles(db, draftId),
	}))

/** A dangerous answer stops here and is not kept; what was written is, for when the person is safe. */
export async function action({ request }: ActionFunctionArgs) {
	const { form, reply } = await takeFiles(request)
	if (reply) return reply
	return takeStep(
		request,
		'story',
		{
			schema: StorySchema,
			keep: (_db, { danger, story }) => (danger === 'yes' ? { story } : { danger, story }),
			leadTo: ({ danger }) => (danger === 'yes' ? '/emergency' : null),
		},
		form,
	)
}

const schema = () => import('~/domain/requests/filing.schema').then(({ StorySchema }) => StorySchema)

export default function StoryPage() {
	const { t } = useTranslation(['filing', 'common'])
	const { draft, mark, lost, files } = useLoaderData<typeof loader>()
	const reply: WithRefused | undefined = useActionData<typeof action>()
	const { field, formProps, problems } = useZodForm(schema, {
		defaultValues: { ...draft.story },
		reply,
	})
	return (
		<StepFrame step="story">
			{lost ? (
				<Notice tone="wait" title={t('lost.title')}>
					<p>{t('lost.text')}</p>
				</Notice>
			) : null}
			<Form {...formProps} encType="multipart/form-data">
				<DraftMark mark={mark} />
				{/* What the enter key presses: the first button of a form, which else would remove a file. */}
				<button hidden tabIndex={-1} aria-hidden="true" />
				<ErrorSummary problems={problems} />
				<PageTitle>{t('story.title')}</PageTitle>
				<RadioGroup
					{...field('danger')}
					label={t('story.danger')}
					hint={t('story.dangerHint')}
					options={[
						{ value: 'no', label: t('story.dangerOptions.no') },
						{ value: 'yes', label: t('story.dangerOptions.yes'), hint: t('story.dangerYesHint') },
					]}
				/>
				<TextArea
					{...field('story')}
					label={t('story.story')}
					hint={t('story.storyHint')}
					rows={8}
					limit={STORY_LIMIT}
				/>
				<DraftFiles files={files} reply={reply} />
				<SubmitButton>{t('common:actions.continue')}</SubmitButton>
			</Form>
		</StepFrame>
	)
}
