import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { CampaignForm } from '~/components/union/campaign-form'
import { asUser, readAs } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { CampaignSchema } from '~/domain/campaigns/campaign.schema'
import { listOpenStations, startCampaign } from '~/domain/campaigns/campaigns.server'
import { findMyUnion, listOfficers } from '~/domain/organisations/officer.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

export const handle = { title: 'campaigns:titles.new' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const union = await findMyUnion(db, language, organisationId)
			const [stations, officers] = await Promise.all([listOpenStations(db, union.id), listOfficers(db, union.id)])
			return { organisationId: union.id, campaignId: randomUUID(), stations, officers }
		}),
	)
}

export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const parsed = parseForm(form, CampaignSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const answer = await signedIn(request, async (user): Promise<FormReply> => {
		try {
			await asUser(user, (db) => startCampaign(db, organisationId, parsed.data))
		} catch (error) {
			if (toAppError(error)?.code !== 'invalid') throw error
			return { values: formValues(form, CampaignSchema), errors: { root: 'campaigns:errors.notOurs' } }
		}
		throw redirect(`/union/${organisationId}/campaigns/${parsed.data.campaignId}?done=started`, 303)
	})
	return data(answer.data, { ...answer.init, status: 422 })
}

export default function NewCampaign() {
	const { t } = useTranslation('campaigns')
	const { organisationId, ...choices } = useLoaderData<typeof loader>()
	return (
		<div className="max-w-2xl">
			<TextLink to={`/union/${organisationId}/campaigns`} tall>
				{t('campaign.back')}
			</TextLink>
			<PageTitle lead={t('form.lead')}>{t('titles.new')}</PageTitle>
			<CampaignForm {...choices} reply={useActionData<typeof action>()} />
		</div>
	)
}
