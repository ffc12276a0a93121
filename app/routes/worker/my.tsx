import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { applicationSession } from '~/auth/join-cookies.server'
import { receiptCookie } from '~/auth/receipt-cookie.server'
import { signedIn } from '~/auth/signed-in.server'
import { MyUnion } from '~/components/join/my-union'
import type { PageHandle } from '~/components/layout/page-handle'
import { StateBadge } from '~/components/tracking/state-badge'
import { Button, LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { EmptyState } from '~/components/ui/empty-state'
import { MoreLink } from '~/components/ui/more-link'
import { PageTitle } from '~/components/ui/page-title'
import { TimeText } from '~/components/ui/time-text'
import { asUser, readAs } from '~/db/db.server'
import { openOwnApplication, readMyUnion } from '~/domain/members/own-application.server'
import { listOwnRequests, openOwnRequest } from '~/domain/tracking/receipts.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'track:titles.my', scripts: false } satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const after = new URL(request.url).searchParams.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => ({
			...(await listOwnRequests(db, user.sub, language, after)),
			union: await readMyUnion(db, language, user.sub),
		})),
	)
}

/** Opening one's own request, or application to a union, makes a session of it: the pages that follow have one way in. */
export async function action({ request }: ActionFunctionArgs) {
	const form = await request.formData()
	const [requestId, applicationId] = [String(form.get('requestId')), form.get('applicationId')]
	return signedIn(request, async (user) => {
		if (typeof applicationId === 'string') {
			const session = await asUser(user, (db) => openOwnApplication(db, applicationId))
			const kept = await applicationSession.keep(session)
			throw redirect('/union/join/status', { status: 303, headers: { 'Set-Cookie': kept } })
		}
		const session = await asUser(user, (db) => openOwnRequest(db, requestId))
		throw redirect('/track', { status: 303, headers: { 'Set-Cookie': await receiptCookie(session) } })
	})
}

export default function MyRequests() {
	const { t } = useTranslation(['track', 'common', 'home', 'membership'])
	const { requests, next, union } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={t('my.lead')}>{t('titles.my')}</PageTitle>
			{requests.length === 0 ? <EmptyState title={t('my.empty')}>{t('my.emptyText')}</EmptyState> : null}
			{requests.map(({ id, reference, createdAt, cases }) => (
				<Card key={id} title={reference} aside={<TimeText at={createdAt} kind="date" />}>
					<ul className="mb-3 space-y-2">
						{cases.map(({ category, state }, index) => (
							<li key={index} className="flex flex-wrap items-center gap-x-3 gap-y-1">
								{category} <StateBadge state={state} />
							</li>
						))}
					</ul>
					<Form method="post" reloadDocument>
						<Button name="requestId" value={id}>
							{t('my.open', { reference })}
						</Button>
					</Form>
				</Card>
			))}
			<MyUnion {...union} />
			<p className="flex flex-wrap gap-3">
				{next ? <MoreLink after={next} /> : null}
				<LinkButton to="/requests/new">{t('home:ask')}</LinkButton>
				<LinkButton to="/track">{t('my.withCode')}</LinkButton>
				<LinkButton to="/union/membership">{t('membership:titles.own')}</LinkButton>
			</p>
			<Form method="post" action="/signout" reloadDocument data-forget="" className="mt-6">
				<button className="link min-h-11">{t('common:layout.signOut')}</button>
			</Form>
		</>
	)
}
