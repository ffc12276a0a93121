import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { ChoosePlace } from '~/components/members/choose-place'
import { readAs } from '~/db/db.server'
import { MovedForm } from '~/domain/members/member.schema'
import { changeMember } from '~/domain/members/member-steps.server'
import { getMember } from '~/domain/members/members.server'
import { isNarrow, lookAround } from '~/domain/vocabulary/places.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm } from '~/lib/form-data'
import { refusedWith, step } from './member-step.server'

/** Links and buttons do all of it. */
export const handle = { title: 'members:titles.place' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', membershipId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = new URL(request.url).searchParams
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { name, area } = await getMember(db, language, organisationId, membershipId)
			const back = `/union/${organisationId}/members/${membershipId}`
			return { name, area, back, around: await lookAround(db, language, search) }
		}),
	)
}

export async function action({ request, params: { organisationId = '', membershipId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const parsed = parseForm(form, MovedForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { area } = parsed.data
	const language = await localeOf(request)
	const answer = await step(request, `/union/${organisationId}/members/${membershipId}`, 'changed', async (db) => {
		if (!(await isNarrow(db, language, area)))
			return { values: formValues(form, MovedForm), errors: { area: 'members:errors.areaMissing' } }
		await changeMember(db, membershipId, { area })
	})
	return data(answer.data, refusedWith(answer))
}

export default function MemberPlace() {
	const { t } = useTranslation('members')
	const { name, area, back, around } = useLoaderData<typeof loader>()
	return (
		<StepPage back={back} category={name} title={t('titles.place')} lead={t('place.lead')}>
			<p className="mb-4">{t('place.now', { area })}</p>
			<ChoosePlace {...around} reply={useActionData<typeof action>()} />
		</StepPage>
	)
}
