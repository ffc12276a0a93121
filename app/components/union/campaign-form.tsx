import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { RadioGroup } from '~/components/form/radio-group'
import { SelectField } from '~/components/form/select-field'
import { SubmitButton } from '~/components/form/submit-button'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import { CampaignSchema } from '~/domain/campaigns/campaign.schema'
import { CAMPAIGN_KINDS } from '~/domain/members/membership-state'
import type { FormReply } from '~/lib/form-data'

type Props = {
	campaignId: string
	stations: { id: string; name: string }[]
	officers: { userId: string; name: string | null; me: boolean }[]
	reply: FormReply | undefined
}

export function CampaignForm({ campaignId, stations, officers, reply }: Props) {
	const { t } = useTranslation('campaigns')
	const me = officers.find(({ me }) => me)?.userId
	const defaultValues = { campaignId, kind: 'station', officer: me }
	const { field, formProps, problems } = useZodForm(CampaignSchema, { defaultValues, reply })
	return (
		<Form {...formProps}>
			<ErrorSummary problems={problems} />
			<input type="hidden" name="campaignId" value={String(reply?.values.campaignId ?? campaignId)} />
			<TextField {...field('name')} label={t('form.name')} hint={t('form.nameHint')} autoComplete="off" />
			<RadioGroup
				{...field('kind')}
				label={t('form.kind')}
				options={CAMPAIGN_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
			/>
			{stations.length > 0 ? (
				<SelectField
					{...field('station')}
					label={t('form.station')}
					hint={t('form.stationHint')}
					optional
					empty={t('form.noStation')}
					options={stations.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			) : null}
			<SelectField
				{...field('officer')}
				label={t('form.officer')}
				empty={null}
				options={officers.map(({ userId, name, me }) => {
					const called = name ?? t('form.noName')
					return { value: userId, label: me ? t('form.me', { name: called }) : called }
				})}
			/>
			<SubmitButton>{t('form.submit')}</SubmitButton>
		</Form>
	)
}
