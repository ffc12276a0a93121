import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askBehind } from '~/auth/confirm-link.server'
import { refusable } from '~/auth/refusals.server'
import { AnswerArrived, ConfirmForm, NothingToAnswer } from '~/components/drives/confirm-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { asVisitor, readAsVisitor } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { answerByLink, readQuestion } from '~/domain/drives/answers.server'
import type { Answer } from '~/domain/drives/drive-view'
import { AnswerSchema } from '~/domain/drives/drive.schema'
import { changeChoices } from '~/domain/drives/drive-choices.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'
import { parseForm, type FormReply } from '~/lib/form-data'

/** A plain form: programs that open every link of a letter change nothing, since an answer is sent and not looked up. */
export const handle = { title: 'drives:titles.confirm', scripts: false } satisfies PageHandle
/** The address is a key. */
export const headers = () => ({ 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'same-origin' })

const notFound = () => new AppError('notFound')

export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const askId = askBehind(params.token)
	return refusable(() =>
		readAsVisitor(async (db) => {
			const question = askId && (await readQuestion(db, askId))
			if (!question) throw notFound()
			const { standing, over, answerBy, nameSign, phoneTail, areaCode, unionOrganisationId } = question
			const union = language === 'en' ? question.nameEn : question.nameZh
			if (over || standing !== 'waiting') return { asked: null, answered: standing !== 'waiting' && !over, union }
			const choices = await changeChoices(db, language, unionOrganisationId, areaCode)
			return { asked: { answerBy, sign: nameSign, tail: phoneTail, choices }, answered: false, union }
		}),
	)
}

type Sent = { thanks: Answer | 'over' | null; reply: FormReply | undefined }

export async function action({ request, params }: ActionFunctionArgs) {
	const parsed = parseForm(await request.formData(), AnswerSchema)
	const askId = askBehind(params.token)
	return refusable(async () => {
		if (!askId) throw notFound()
		if (!parsed.ok) return data<Sent>({ reply: parsed.reply, thanks: null }, { status: 422 })
		const { answer, ...said } = parsed.data
		const thanks = await asVisitor(async (db) => {
			const question = await readQuestion(db, askId)
			if (!question) throw notFound()
			await answerByLink(db, askId, question.unionOrganisationId, answer, said)
			return answer
		}).catch((error: unknown) => {
			if (toAppError(error)?.code === 'conflict') return 'over' as const // answered in another way, or too late
			throw error
		})
		return data<Sent>({ thanks, reply: undefined })
	})
}

export default function Confirm() {
	const { asked, answered, union } = useLoaderData<typeof loader>()
	const sent = useActionData<typeof action>()
	if (sent?.thanks && sent.thanks !== 'over') return <AnswerArrived answer={sent.thanks} />
	if (!asked) return <NothingToAnswer answered={answered} />
	return <ConfirmForm union={union} asked={asked} reply={sent?.reply} />
}
