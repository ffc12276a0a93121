import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { ChoosePlace } from '~/components/members/choose-place'
import { MovedForm } from '~/domain/members/member.schema'
import { changeMember } from '~/domain/members/member-steps.server'
import { isNarrow, lookAround } from '~/domain/vocabulary/places.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm } from '~/lib/form-data'
import { refusedWith, step } from './member-step.server'
import { showOwn } from './own-step.server'

/** Links and buttons do all of it, so the page ships no script. */
export const handle = { title: 'membership:titles.place', scripts: false } satisfies PageHandle

export const loader = (call: LoaderFunctionArgs) =>
	showOwn(call, async (db, { area }, language) => {
		const around = await lookAround(db, language, new URL(call.request.url).searchParams)
		return { area, around }
	})

export async function action({ request, params: { membershipId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const parsed = parseForm(form, MovedForm)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { area } = parsed.data
	const language = await localeOf(request)
	const answer = await step(request, '/union/membership', 'ownChanged', async (db) => {
		if (!(await isNarrow(db, language, area)))
			return { values: formValues(form, MovedForm), errors: { area: 'members:errors.areaMissing' } }
		await changeMember(db, membershipId, { area }, { own: true })
	})
	return data(answer.data, refusedWith(answer))
}

export default function OwnPlace() {
	const { t } = useTranslation(['membership', 'members'])
	const { over, area, around } = useLoaderData<typeof loader>()
	return (
		<StepPage
			back="/union/membership"
			category={over}
			title={t('membership:titles.place')}
			lead={t('members:place.lead')}
		>
			<p className="mb-4">{t('members:place.now', { area })}</p>
			<ChoosePlace {...around} reply={useActionData<typeof action>()} />
		</StepPage>
	)
}
