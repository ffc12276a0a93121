import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { readAs } from '~/db/db.server'
import { rejoinMember } from '~/domain/members/member-steps.server'
import { getMember } from '~/domain/members/members.server'
import { localeOf } from '~/i18n/i18n.server'
import { refusedWith, step } from './member-step.server'

export const handle = { title: 'members:titles.rejoin' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', membershipId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const { name, number } = await readAs(user, (db) => getMember(db, language, organisationId, membershipId))
		return { name, number, back: `/union/${organisationId}/members/${membershipId}` }
	})
}

export async function action({ request, params: { organisationId = '', membershipId = '' } }: ActionFunctionArgs) {
	const to = `/union/${organisationId}/members/${membershipId}`
	const answer = await step(request, to, 'rejoined', async (db) => {
		if ((await rejoinMember(db, membershipId)) === 'member_elsewhere') return { values: {}, errors: {} }
	})
	return data(answer.data, refusedWith(answer))
}

export default function Rejoin() {
	const { t } = useTranslation('members')
	const { name, number, back } = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>()
	return (
		<StepPage back={back} category={name} title={t('titles.rejoin')} lead={t('rejoin.lead', { name, number })}>
			{refused ? (
				<div role="alert">
					<Notice tone="danger">{t('rejoin.elsewhere')}</Notice>
				</div>
			) : (
				<Form method="post" reloadDocument>
					<Notice tone="wait">{t('rejoin.asked')}</Notice>
					<Button tone="primary">{t('rejoin.submit')}</Button>
				</Form>
			)}
		</StepPage>
	)
}
