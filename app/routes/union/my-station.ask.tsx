import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { KnownAtStation, WhoRecorded } from '~/components/members/station-ask'
import { StationAnswerForm } from '~/components/members/station-answer-form'
import { Card } from '~/components/ui/card'
import { Notice } from '~/components/ui/notice'
import { asUser, readAs } from '~/db/db.server'
import { recordAnswer } from '~/domain/drives/answers.server'
import { mayRecord } from '~/domain/drives/drive-view'
import { AnswerSchema } from '~/domain/drives/drive.schema'
import { changeChoices, homeArea } from '~/domain/drives/drive-choices.server'
import { listMyStations } from '~/domain/members/my-stations.server'
import { answerOf, readStationAsk } from '~/domain/members/station-ask.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm, type FormReply } from '~/lib/form-data'

export const handle = { title: 'stations:titles.ask' } satisfies PageHandle
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** Asked at the station whether all is still right: what is known, and what was said. */
export async function loader({ request, params: { askId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { organisationId, stationId, ...ask } = await readStationAsk(db, language, askId)
			const station = (await listMyStations(db, language)).find(({ id }) => id === stationId)
			const answer = answerOf({ organisationId, stationId, ...ask })
			const open = mayRecord(ask)
			const choices = open
				? await changeChoices(db, language, organisationId, await homeArea(db, organisationId))
				: null
			const back = `/union/station?station=${stationId}&view=unanswered`
			return { ask: { ...ask, askId, station: station?.name ?? null }, answer, choices, back }
		}),
	)
}

export async function action({ request, params: { askId = '' } }: ActionFunctionArgs) {
	const language = await localeOf(request)
	const parsed = parseForm(await request.formData(), AnswerSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { answer, ...said } = parsed.data
	return signedIn(request, async (user): Promise<FormReply> => {
		const { stationId } = await asUser(user, async (db) => {
			const ask = await readStationAsk(db, language, askId)
			await recordAnswer(db, { askId, organisationId: ask.organisationId }, answer, 'station', said)
			return ask
		})
		throw redirect(`/union/station?station=${stationId}&view=unanswered&recorded=${askId}`, 303)
	})
}

export default function StationAskPage() {
	const { t } = useTranslation('stations')
	const { ask, answer, choices, back } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	return (
		<StepPage
			back={back}
			category={t('mine.lastFour', { digits: ask.phoneLastFour })}
			title={ask.name}
			lead={choices ? t('ask.lead') : undefined}
			over={!choices}
		>
			<KnownAtStation ask={ask} />
			{answer ? (
				<Card title={t('ask.answered')}>
					<WhoRecorded recorded={{ ...ask, answer }} />
				</Card>
			) : null}
			{choices ? (
				<StationAnswerForm choices={choices} reply={reply} />
			) : answer ? null : (
				<Notice title={t('ask.over')}>{t('ask.overHint')}</Notice>
			)}
		</StepPage>
	)
}
