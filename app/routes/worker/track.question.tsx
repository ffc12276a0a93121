import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { receiptHolder } from '~/auth/receipt-cookie.server'
import { refusable } from '~/auth/refusals.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { afterwards } from '~/components/tracking/done-notice'
import { QuestionCard } from '~/components/tracking/question-card'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { asReceipt, readAs } from '~/db/db.server'
import { SHARED_FIELDS } from '~/domain/consent/consent-ask-state'
import { answerAsk, readAsk } from '~/domain/consent/consent.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'

export const handle = { title: 'track:titles.question', scripts: false } satisfies PageHandle

export async function loader({ request, params: { askId = '' } }: LoaderFunctionArgs) {
	const holder = await receiptHolder(request)
	const language = await localeOf(request)
	return refusable(() => readAs(holder, (db) => readAsk(db, language, askId)))
}

/** The two buttons are the answer. What may be seen counts with a yes alone. */
export async function action({ request, params: { askId = '' } }: ActionFunctionArgs) {
	const holder = await receiptHolder(request)
	const formData = await request.formData()
	return refusable(async () => {
		const answer = formData.get('answer')
		if (answer !== 'yes' && answer !== 'no') throw new AppError('invalid')
		const ticked = formData.getAll('fields')
		const fields = SHARED_FIELDS.filter((field) => ticked.includes(field))
		await asReceipt(holder, (db) => answerAsk(db, askId, { agreed: answer === 'yes', fields }))
		return redirect(afterwards('/track', answer === 'yes' ? 'agreed' : 'refused'), 303)
	})
}

export default function QuestionPage() {
	const { t } = useTranslation('track')
	const { category, open, ...question } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle>{t('titles.question')}</PageTitle>
			{open ? (
				<QuestionCard question={question} category={category} />
			) : (
				<p className="mb-4">{t('question.answered')}</p>
			)}
			<TextLink to="/track" tall>
				{t('case.back')}
			</TextLink>
		</>
	)
}
