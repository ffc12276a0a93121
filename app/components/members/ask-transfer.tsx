import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { Button } from '~/components/ui/button'
import { TRANSFER_REASONS } from '~/domain/members/membership-state'
import { TransferForm } from '~/domain/members/transfer.schema'
import type { UnionChoice } from '~/domain/members/transfers.server'
import type { FormReply } from '~/lib/form-data'

type Props = { transferId: string; query: string; unions: UnionChoice[]; reply: FormReply | undefined }

/** First the other union is looked for, by place or name, then one of those found is asked. */
export function AskTransfer({ transferId, query, unions, reply }: Props) {
	const { t } = useTranslation(['transfers', 'common'])
	const { field, formProps, problems } = useZodForm(TransferForm, {
		defaultValues: { transferId, union: unions.length === 1 ? unions[0]!.id : undefined },
		reply,
	})
	return (
		<>
			<Form method="get" role="search" reloadDocument className="mb-6">
				<label htmlFor="q" className="font-bold">
					{t('ask.find')}
				</label>
				<p id="q-hint" className="mt-1 text-muted">
					{t('ask.findHint')}
				</p>
				<div className="mt-2 flex gap-2">
					<input
						id="q"
						name="q"
						type="search"
						defaultValue={query}
						maxLength={40}
						aria-describedby="q-hint"
						className="control min-w-0"
					/>
					<Button className="shrink-0">{t('common:actions.search')}</Button>
				</div>
				{query && unions.length === 0 ? (
					<p role="status" className="mt-2">
						{t('ask.nothing', { query })}
					</p>
				) : null}
			</Form>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<input type="hidden" name="transferId" value={String(reply?.values.transferId ?? transferId)} />
				<RadioGroup
					{...field('union')}
					label={t('ask.to')}
					hint={unions.length === 0 ? t('ask.toNobody') : undefined}
					options={unions.map(({ id, name, via }) => ({
						value: id,
						label: name,
						hint: via ? t('ask.proposed', { area: via }) : undefined,
					}))}
				/>
				<RadioGroup
					{...field('reason')}
					label={t('ask.reason')}
					options={TRANSFER_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
				/>
				<SubmitButton>{t('ask.submit')}</SubmitButton>
			</Form>
		</>
	)
}
