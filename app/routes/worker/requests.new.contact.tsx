import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DraftMark } from '~/components/filing/draft-mark'
import { StepFrame } from '~/components/filing/step-frame'
import { CheckboxGroup } from '~/components/form/checkbox-group'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { clearContact } from '~/domain/requests/filing'
import { ContactSchema } from '~/domain/requests/filing.schema'
import { REACH_BY, REACH_TIMES } from '~/domain/requests/filing-choices'
import { showStep, takeStep } from './filing-steps.server'

export const handle = { title: 'filing:contact.title' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) => showStep(request, 'contact', () => ({}))

export const action = ({ request }: ActionFunctionArgs) =>
	takeStep(request, 'contact', { schema: ContactSchema, keep: (_db, answers) => clearContact(answers) })

/** Shown once the way above is ticked, without a script too; a browser that cannot tell shows it always. */
const WITH_PHONE = 'group-not-has-[#reachBy:checked]:hidden'
const WITH_EMAIL = 'group-not-has-[#reachBy-2:checked]:hidden'

const schema = () => import('~/domain/requests/filing.schema').then(({ ContactSchema }) => ContactSchema)

export default function ContactPage() {
	const { t } = useTranslation(['filing', 'common'])
	const { draft, mark } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(schema, {
		defaultValues: { ...draft.contact },
		reply: useActionData<typeof action>(),
	})
	return (
		<StepFrame step="contact">
			<Form {...formProps}>
				<DraftMark mark={mark} />
				<ErrorSummary problems={problems} />
				<PageTitle lead={t('contact.lead')}>{t('contact.title')}</PageTitle>
				<TextField
					{...field('name')}
					label={t('contact.name')}
					hint={t('contact.nameHint')}
					optional
					autoComplete="name"
				/>
				<div className="group">
					<CheckboxGroup
						{...field('reachBy')}
						label={t('contact.reachBy')}
						options={REACH_BY.map((value) => ({
							value,
							label: t(`contact.reachByOptions.${value}`),
							hint: value === 'here' ? t('contact.reachByHints.here') : undefined,
						}))}
					/>
					<div className={WITH_PHONE}>
						<TextField
							{...field('phone')}
							label={t('contact.phone')}
							hint={t('contact.phoneHint')}
							type="tel"
							inputMode="tel"
							autoComplete="tel"
						/>
						<CheckboxGroup
							{...field('reachTimes')}
							label={t('contact.reachTimes')}
							optional
							options={REACH_TIMES.map((value) => ({ value, label: t(`contact.reachTimesOptions.${value}`) }))}
						/>
					</div>
					<div className={WITH_EMAIL}>
						<TextField
							{...field('email')}
							label={t('contact.email')}
							hint={t('contact.emailHint')}
							type="email"
							inputMode="email"
							autoComplete="email"
							autoCapitalize="none"
							spellCheck={false}
						/>
					</div>
				</div>
				<SubmitButton>{t('common:actions.continue')}</SubmitButton>
			</Form>
		</StepFrame>
	)
}
