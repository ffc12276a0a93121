import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DraftMark } from '~/components/filing/draft-mark'
import { StepFrame } from '~/components/filing/step-frame'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SelectField } from '~/components/form/select-field'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { WorkSchema } from '~/domain/requests/filing.schema'
import { WORKING_FORMS } from '~/domain/requests/filing-choices'
import { listPlatforms, listSectors } from '~/domain/vocabulary/vocabulary.server'
import { Refused, showStep, takeStep } from './filing-steps.server'

export const handle = { title: 'filing:work.title' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	showStep(request, 'work', async (db, { language }) => ({
		sectors: await listSectors(db, language),
		platforms: await listPlatforms(db, language),
	}))

export const action = ({ request }: ActionFunctionArgs) =>
	takeStep(request, 'work', {
		schema: WorkSchema,
		keep: async (db, answers, { language }) => {
			const [sectors, platforms] = [await listSectors(db, language), await listPlatforms(db, language)]
			if (!sectors.some(({ code }) => code === answers.sector)) {
				throw new Refused({ sector: 'filing:errors.sectorMissing' })
			}
			if (answers.platform && !platforms.some(({ code }) => code === answers.platform)) {
				throw new Refused({ platform: 'filing:errors.platformUnknown' })
			}
			return answers
		},
	})

const schema = () => import('~/domain/requests/filing.schema').then(({ WorkSchema }) => WorkSchema)

export default function WorkPage() {
	const { t } = useTranslation(['filing', 'common'])
	const { draft, mark, sectors, platforms } = useLoaderData<typeof loader>()
	const { field, formProps, problems, watch } = useZodForm(schema, {
		defaultValues: { ...draft.work },
		reply: useActionData<typeof action>(),
	})
	// The companies of the chosen trade come first; all can be chosen, for trades overlap.
	const sector = watch('sector')
	const likely = sectors.find(({ code }) => code === sector)?.platforms ?? []
	const rank = (code: string) => (likely.includes(code) ? 0 : 1)
	const options = platforms
		.map(({ code, name }) => ({ value: code, label: name }))
		.sort((one, other) => rank(one.value) - rank(other.value))
	return (
		<StepFrame step="work">
			<Form {...formProps}>
				<DraftMark mark={mark} />
				<ErrorSummary problems={problems} />
				<PageTitle>{t('work.title')}</PageTitle>
				<RadioGroup
					{...field('sector')}
					label={t('work.sector')}
					options={sectors.map(({ code, name }) => ({ value: code, label: name }))}
				/>
				<SelectField
					{...field('platform')}
					label={t('work.platform')}
					hint={t('work.platformHint')}
					empty={t('work.platformEmpty')}
					optional
					options={options}
				/>
				<RadioGroup
					{...field('workingForm')}
					label={t('work.workingForm')}
					hint={t('work.workingFormHint')}
					options={WORKING_FORMS.map((value) => ({ value, label: t(`work.workingForms.${value}`) }))}
				/>
				<SubmitButton>{t('common:actions.continue')}</SubmitButton>
			</Form>
		</StepFrame>
	)
}
