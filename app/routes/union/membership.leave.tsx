import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button, LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { leaveUnion } from '~/domain/members/member-steps.server'
import { refusedWith, step } from './member-step.server'
import { showOwn } from './own-step.server'

export const handle = { title: 'membership:titles.leave', scripts: false } satisfies PageHandle

export const loader = (call: LoaderFunctionArgs) => showOwn(call, async () => ({}))

export async function action({ request, params: { membershipId = '' } }: ActionFunctionArgs) {
	const answer = await step(request, '/union/membership', 'ownLeft', (db) => leaveUnion(db, membershipId))
	return data(answer.data, refusedWith(answer))
}

export default function Leave() {
	const { t } = useTranslation('membership')
	const { over } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle over={over}>{t('titles.leave')}</PageTitle>
			<h2 className="font-bold">{t('leaving.what')}</h2>
			<ul className="mb-4 list-disc pl-6">
				<li>{t('leaving.benefits')}</li>
				<li>{t('leaving.letters', { union: over })}</li>
			</ul>
			<h2 className="font-bold">{t('leaving.stays')}</h2>
			<ul className="mb-6 list-disc pl-6">
				<li>{t('leaving.number')}</li>
				<li>
					<strong>{t('leaving.help')}</strong>
				</li>
			</ul>
			<Form method="post" reloadDocument>
				<p className="flex flex-col gap-3 sm:flex-row">
					<Button tone="danger">{t('leaving.submit')}</Button>
					<LinkButton to="/union/membership">{t('leaving.keep')}</LinkButton>
				</p>
			</Form>
		</>
	)
}
