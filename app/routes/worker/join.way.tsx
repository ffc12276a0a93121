import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { JoinFrame } from '~/components/join/join-frame'
import type { PageHandle } from '~/components/layout/page-handle'
import { WAYS, WaySchema } from '~/domain/members/joining.schema'
import { showJoining, takeJoining } from './joining.server'

export const handle = { title: 'join:way.title' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) => showJoining(request, 'way', () => ({}))

export const action = ({ request }: ActionFunctionArgs) =>
	takeJoining(request, 'way', { schema: WaySchema, keep: (_db, answers) => answers })

export default function WayPage() {
	const { t } = useTranslation(['join', 'common'])
	const { draft } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(WaySchema, {
		defaultValues: { ...draft.way },
		reply: useActionData<typeof action>(),
	})
	return (
		<JoinFrame step="way" draft={draft}>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<RadioGroup
					{...field('way')}
					asTitle
					label={t('way.title')}
					hint={t('way.hint')}
					options={WAYS.map((value) => ({ value, label: t(`way.ways.${value}`), hint: t(`way.hints.${value}`) }))}
				/>
				<SubmitButton>{t('common:actions.continue')}</SubmitButton>
			</Form>
		</JoinFrame>
	)
}
