import { randomUUID } from 'node:crypto'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { AskTransfer } from '~/components/members/ask-transfer'
import { Notice } from '~/components/ui/notice'
import { TransferForm } from '~/domain/members/transfer.schema'
import { askTransfer, proposeUnions } from '~/domain/members/transfers.server'
import { parseForm } from '~/lib/form-data'
import { refusedWith, step } from './member-step.server'
import { showOwn } from './own-step.server'

export const handle = { title: 'membership:titles.transfer' } satisfies PageHandle

export const loader = (call: LoaderFunctionArgs) =>
	showOwn(call, async (db, own, language) => {
		const query = (new URL(call.request.url).searchParams.get('q') ?? '').trim().slice(0, 40)
		const unions = await proposeUnions(db, language, query, own)
		return { open: own.transfer !== null, query, unions, transferId: randomUUID() }
	})

export async function action({ request, params: { membershipId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), TransferForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { transferId: id, union: unionId, reason } = parsed.data
	const answer = await step(request, '/union/membership', 'ownAsked', (db) =>
		askTransfer(db, { id, membershipId, unionId, reason }, true),
	)
	return data(answer.data, refusedWith(answer))
}

export default function OwnTransfer() {
	const { t } = useTranslation(['membership', 'transfers'])
	const { over, open, ...asked } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	return (
		<StepPage
			back="/union/membership"
			category={t('transfers:ask.from', { union: over })}
			title={t('membership:titles.transfer')}
			lead={t('transfers:ask.lead')}
		>
			{open ? <Notice tone="wait">{t('transfers:ask.already')}</Notice> : <AskTransfer {...asked} reply={reply} />}
		</StepPage>
	)
}
