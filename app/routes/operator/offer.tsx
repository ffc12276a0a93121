import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { FindOrganisation } from '~/components/operator/find-organisation'
import { OfferFields } from '~/components/operator/offer-fields'
import { StepPage } from '~/components/cases/step-page'
import { readAs } from '~/db/db.server'
import { listOthers, listToOffer } from '~/domain/triage/candidates.server'
import { OfferForm, OTHER } from '~/domain/triage/triage.schema'
import { offerByHand } from '~/domain/triage/steps.server'
import { getTriageCase } from '~/domain/triage/triage.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm, type FormReply } from '~/lib/form-data'
import { inTriage, triageStep } from './step.server'

export const handle = { title: 'operator:titles.offer' } satisfies PageHandle

/** `?search=`: any organisation by its name, in place of those at work near the place. */
export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = (new URL(request.url).searchParams.get('search') ?? '').trim().slice(0, 60)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const one = await getTriageCase(db, language, caseId)
			inTriage(one.state)
			const found = await listToOffer(db, language, one, new Date())
			const others = await listOthers(
				db,
				language,
				one,
				search,
				found.map(({ id }) => id),
			)
			return { caseId, category: one.category, found, others, search }
		}),
	)
}

export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const form = await signedInForm(request)
	const parsed = parseForm(form, OfferForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { organisation, other, hours } = parsed.data
	const chosen = organisation === OTHER ? other! : organisation
	const wrong = (): FormReply => ({
		values: { organisation, other: other ?? '', hours },
		errors: { [organisation === OTHER ? 'other' : 'organisation']: 'operator:errors.notThisOne' },
	})
	return triageStep(request, caseId, (db) => offerByHand(db, caseId, chosen, Number(hours)), { done: 'offered' }, wrong)
}

export default function Offer() {
	const { t } = useTranslation('operator')
	const { caseId, category, found, others, search } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	return (
		<StepPage back={`/operator/cases/${caseId}`} category={category} title={t('titles.offer')} lead={t('offer.lead')}>
			<FindOrganisation search={search} found={others.length} />
			<OfferFields found={found} others={others} searched={search !== ''} reply={reply} />
		</StepPage>
	)
}
