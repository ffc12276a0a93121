import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { SelectField } from '~/components/form/select-field'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Button } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { Details } from '~/components/ui/details'
import { LiaisonForm } from '~/domain/members/station.schema'
import type { FormReply } from '~/lib/form-data'

type Liaison = { userId: string; name: string | null }
type Props = { here: Liaison[]; others: Liaison[]; reply: FormReply | undefined }

/** Who looks after a station. Posts `intent=name` or `intent=end`. */
export function StationLiaisons({ here, others, reply }: Props) {
	const { t } = useTranslation('stations')
	return (
		<Card title={t('one.liaisons')}>
			<p className="mb-3 text-muted">{t('one.liaisonsLead')}</p>
			{here.length === 0 ? <p className="mb-3 font-bold">{t('one.nobody')}</p> : null}
			<ul>
				{here.map(({ userId, name }) => (
					<li key={userId}>
						<p className="font-bold">{name ?? t('one.unnamed')}</p>
						<Details summary={t('one.end', { name: name ?? t('one.unnamed') })}>
							<p className="mb-3">{t('one.endText')}</p>
							<Form method="post" reloadDocument>
								<input type="hidden" name="liaison" value={userId} />
								<Button tone="danger" name="intent" value="end">
									{t('one.endButton')}
								</Button>
							</Form>
						</Details>
					</li>
				))}
			</ul>
			{others.length > 0 ? <NameLiaison others={others} reply={reply} /> : <p>{t('one.nobodyToName')}</p>}
		</Card>
	)
}

function NameLiaison({ others, reply }: Omit<Props, 'here'>) {
	const { t } = useTranslation('stations')
	const { field, formProps, problems } = useZodForm(LiaisonForm, { reply })
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<SelectField
				{...field('liaison')}
				label={t('one.who')}
				options={others.map(({ userId, name }) => ({ value: userId, label: name ?? t('one.unnamed') }))}
			/>
			<SubmitButton tone="quiet" name="intent" value="name">
				{t('one.nameHim')}
			</SubmitButton>
		</Form>
	)
}
