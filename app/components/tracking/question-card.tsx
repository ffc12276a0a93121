import { Form } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '~/components/form/choice'
import { Button } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { SHARED_FIELDS } from '~/domain/consent/consent-ask-state'
import { useCaseWords } from './words'

type Props = {
	question: { id: string; organisation: string; reasons: string[]; answerBy: Date | string }
	category: string
}

/** "May we ask this organisation?" Nothing is ticked beforehand: what is shared is chosen, not left standing. */
export function QuestionCard({ question, category }: Props) {
	const { t } = useTranslation(['track', 'cases'])
	const words = useCaseWords()
	const id = useId()
	const { organisation } = question
	const known = t('cases:reasons', { returnObjects: true }) as Record<string, string>
	const reasons = question.reasons.map((reason) => known[reason]).filter(Boolean)
	return (
		<Card title={t('track:question.title', { organisation })} level={3}>
			<p className="mb-2">{t('track:question.about', { category })}</p>
			{reasons.length > 0 ? (
				<>
					<p className="font-bold">{t('track:question.why')}</p>
					<ul className="mb-2 list-disc pl-6">
						{reasons.map((reason) => (
							<li key={reason}>{reason}</li>
						))}
					</ul>
				</>
			) : null}
			<Form method="post" action={`/track/questions/${question.id}`} reloadDocument>
				<fieldset className="mb-4" aria-describedby={`${id}-hint`}>
					<legend className="font-bold">{t('track:question.fields')}</legend>
					<p id={`${id}-hint`} className="text-muted">
						{t('track:question.fieldsHint')}
					</p>
					{SHARED_FIELDS.map((field) => (
						<Choice
							key={field}
							type="checkbox"
							id={`${id}-${field}`}
							name="fields"
							value={field}
							label={t(`cases:fields.${field}`)}
						/>
					))}
				</fieldset>
				<p className="flex flex-col gap-3 sm:flex-row">
					<Button tone="primary" name="answer" value="yes">
						{t('track:question.yes')}
					</Button>
					<Button name="answer" value="no">
						{t('track:question.no')}
					</Button>
				</p>
				<p className="mt-3 text-muted">{t('track:question.by', { by: words.moment(question.answerBy) })}</p>
			</Form>
		</Card>
	)
}
