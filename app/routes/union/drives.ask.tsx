import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import { AskFactsList } from '~/components/drives/ask-facts'
import { RecordForm, SettleForm } from '~/components/drives/record-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { Notice } from '~/components/ui/notice'
import { asUser, readAs, type User } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { recordAnswer, settleChange } from '~/domain/drives/answers.server'
import { readAsk } from '~/domain/drives/asks.server'
import { mayRecord } from '~/domain/drives/drive-view'
import { RecordSchema, SettleSchema } from '~/domain/drives/drive.schema'
import { changeChoices, homeArea } from '~/domain/drives/drive-choices.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

export const handle = { title: 'drives:titles.ask' } satisfies PageHandle
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const { organisationId = '', driveId = '', askId = '' } = params
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const ask = await readAsk(db, language, driveId, askId)
			const choices = await changeChoices(db, language, organisationId, await homeArea(db, organisationId))
			return { ask, choices, back: `/union/${organisationId}/drives/${driveId}` }
		}),
	)
}

export async function action({ request, params }: ActionFunctionArgs) {
	const { organisationId = '', driveId = '', askId = '' } = params
	const form = await request.formData()
	const back = (done: string) => redirect(`/union/${organisationId}/drives/${driveId}?done=${done}#members`, 303)
	if (form.get('intent') !== 'record') return settle(request, form, { askId, organisationId }, back('settled'))
	const parsed = parseForm(form, RecordSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { answer, through, ...said } = parsed.data
	return signedIn(request, async (user): Promise<FormReply> => {
		await asUser(user, (db) => recordAnswer(db, { askId, organisationId }, answer, through, said))
		throw back('recorded')
	})
}

type Where = { askId: string; organisationId: string }
async function settle(request: Request, form: FormData, { askId, organisationId }: Where, done: Response) {
	const parsed = parseForm(form.get('intent') === 'aside' ? new FormData() : form, SettleSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const answer = await signedIn(request, async (user: User): Promise<FormReply> => {
		try {
			await asUser(user, (db) => settleChange(db, askId, organisationId, parsed.data))
		} catch (error) {
			const code = toAppError(error)?.code
			const values = formValues(form, SettleSchema)
			if (code === 'conflict') return { values, errors: { phone: 'drives:errors.phoneTaken' } }
			if (code === 'invalid') return { values, errors: { station: 'drives:errors.stationUnknown' } }
			throw error
		}
		throw done
	})
	return data(answer.data, { ...answer.init, status: 422 })
}

export default function AskPage() {
	const { t } = useTranslation('drives')
	const { ask, choices, back } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	const open = mayRecord(ask)
	return (
		<StepPage
			back={back}
			category={ask.number}
			title={ask.name}
			lead={open ? t('ask.lead') : undefined}
			over={!open && !ask.saidAt}
		>
			<AskFactsList ask={ask} />
			{ask.saidAt ? (
				<SettleForm choices={choices} reply={reply} said={ask} />
			) : open ? (
				<RecordForm choices={choices} reply={reply} through={ask.channel === 'station' ? 'station' : 'phone'} />
			) : (
				<Notice title={t('ask.over')}>{t('ask.overHint')}</Notice>
			)}
		</StepPage>
	)
}
