import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { JoinFrame } from '~/components/join/join-frame'
import { PersonFields } from '~/components/join/person-fields'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { YouSchema } from '~/domain/members/joining.schema'
import { nameOfUnion } from '~/domain/members/joining.server'
import { keptOfId } from '~/domain/members/person-hashes.server'
import { normalPhone } from '~/lib/person-number'
import { showJoining, takeJoining } from './joining.server'

export const handle = { title: 'join:you.title' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	showJoining(request, 'you', async (db, { draft, language }) => ({
		unionName: (await nameOfUnion(db, language, draft.union?.union ?? ''))?.name ?? '',
	}))

/** Of an ID number its last four signs and a hash are kept, from here on. One that was given before stays unless it is taken back. */
export const action = ({ request }: ActionFunctionArgs) =>
	takeJoining(request, 'you', {
		schema: YouSchema,
		keep: (_db, { idNumber, forgetId, phone, ...answers }, { draft }) => {
			const { idHash, idLastFour } = draft.you ?? {}
			const before = forgetId ? {} : { idHash, idLastFour }
			return { ...answers, phone: normalPhone(phone) ?? phone, ...(idNumber ? keptOfId(idNumber) : before) }
		},
	})

export default function YouPage() {
	const { t } = useTranslation(['join', 'common'])
	const { draft, unionName } = useLoaderData<typeof loader>()
	const { idLastFour, ...given } = draft.you ?? {}
	const { field, formProps, problems } = useZodForm(YouSchema, {
		defaultValues: given,
		reply: useActionData<typeof action>(),
	})
	return (
		<JoinFrame step="you" draft={draft}>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<PageTitle lead={t('you.lead', { union: unionName })}>{t('you.title')}</PageTitle>
				<PersonFields field={field} idLastFour={idLastFour} />
				<SubmitButton>{t('common:actions.continue')}</SubmitButton>
			</Form>
		</JoinFrame>
	)
}
