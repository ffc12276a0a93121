import { randomUUID } from 'node:crypto'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { AskTransfer } from '~/components/members/ask-transfer'
import { Notice } from '~/components/ui/notice'
import { readAs } from '~/db/db.server'
import { getMember } from '~/domain/members/members.server'
import { TransferForm } from '~/domain/members/transfer.schema'
import { askTransfer, proposeUnions } from '~/domain/members/transfers.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'
import { refusedWith, step } from './member-step.server'

export const handle = { title: 'transfers:titles.ask' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', membershipId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const query = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 40)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const member = await getMember(db, language, organisationId, membershipId)
			const { name, organisationName, transfer } = member
			const back = `/union/${organisationId}/members/${membershipId}`
			const unions = await proposeUnions(db, language, query, member)
			return { name, organisationName, open: transfer !== null, back, query, unions, transferId: randomUUID() }
		}),
	)
}

export async function action({ request, params: { organisationId = '', membershipId = '' } }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), TransferForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { transferId: id, union: unionId, reason } = parsed.data
	const to = `/union/${organisationId}/members/${membershipId}`
	const answer = await step(request, to, 'asked', (db) => askTransfer(db, { id, membershipId, unionId, reason }))
	return data(answer.data, refusedWith(answer))
}

export default function MemberTransfer() {
	const { t } = useTranslation('transfers')
	const { name, organisationName, open, back, ...asked } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	return (
		<StepPage back={back} category={name} title={t('titles.ask')} lead={t('ask.lead')}>
			{open ? (
				<Notice tone="wait">{t('ask.already')}</Notice>
			) : (
				<>
					<p className="mb-4 font-bold">{t('ask.from', { union: organisationName })}</p>
					<AskTransfer {...asked} reply={reply} />
				</>
			)}
		</StepPage>
	)
}
