import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { TransferFacts } from '~/components/members/transfer-facts'
import { Button } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { asUser, readAs } from '~/db/db.server'
import { TRANSFER_REFUSALS } from '~/domain/members/membership-state'
import { RefusalForm } from '~/domain/members/transfer.schema'
import { acceptTransfer, getIncoming, refuseTransfer } from '~/domain/members/transfers.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'

export const handle = { title: 'transfers:titles.decide' } satisfies PageHandle

/** One open question to this union, without name and number. Not there once it is decided. */
export async function loader({ request, params: { organisationId = '', transferId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const transfer = await readAs(user, (db) => getIncoming(db, language, organisationId, transferId))
		return { ...transfer, back: `/union/${organisationId}/transfers` }
	})
}

export async function action({ request, params: { organisationId = '', transferId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const back = `/union/${organisationId}/transfers`
	if (form.get('intent') === 'accept')
		return signedIn(request, async (user) => {
			await asUser(user, (db) => acceptTransfer(db, transferId))
			throw redirect(`${back}?side=past&done=accepted`, 303)
		})
	const parsed = parseForm(form, RefusalForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { refusal } = parsed.data
	return signedIn(request, async (user) => {
		await asUser(user, (db) => refuseTransfer(db, transferId, refusal))
		throw redirect(`${back}?side=past&done=refused`, 303)
	})
}

export default function DecideTransfer() {
	const { t } = useTranslation('transfers')
	const transfer = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(RefusalForm, { reply: useActionData<typeof action>() })
	return (
		<StepPage
			back={transfer.back}
			category={t('list.from', { union: transfer.other })}
			title={t('titles.decide')}
			lead={t('decide.lead')}
		>
			<ErrorSummary problems={problems} />
			<TransferFacts transfer={transfer} />
			<Card title={t('decide.accept')}>
				<p className="mb-3">{t('decide.acceptText')}</p>
				<Form method="post" reloadDocument>
					<Button tone="primary" name="intent" value="accept">
						{t('decide.accept')}
					</Button>
				</Form>
			</Card>
			<Card title={t('decide.refuse')}>
				<p className="mb-3">{t('decide.refuseText', { union: transfer.other })}</p>
				<Form {...formProps}>
					<RadioGroup
						{...field('refusal')}
						label={t('decide.refuseReason')}
						options={TRANSFER_REFUSALS.map((code) => ({ value: code, label: t(`refusals.${code}`) }))}
					/>
					<SubmitButton tone="quiet">{t('decide.refuse')}</SubmitButton>
				</Form>
			</Card>
		</StepPage>
	)
}
