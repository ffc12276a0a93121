import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { MemberDone } from '~/components/members/member-done'
import { OwnMembership } from '~/components/members/own-membership'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { asUser, readAs } from '~/db/db.server'
import { readHistory } from '~/domain/members/member-history.server'
import { listLooks, listOwnMemberships } from '~/domain/members/own-membership.server'
import { proposeUnions, withdrawTransfer } from '~/domain/members/transfers.server'
import { localeOf } from '~/i18n/i18n.server'

/** Only read, and one plain form: no script. */
export const handle = { title: 'membership:titles.own', scripts: false } satisfies PageHandle
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** Mostly one membership. Beside each, who looked, and the union of where the person lives by now if that is another one. */
export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const memberships = await listOwnMemberships(db, language)
			const whole = memberships.map(async (one) => {
				const [events, looks, near] = await Promise.all([
					readHistory(db, language, one.id),
					listLooks(db, language, one.id),
					proposeUnions(db, language, '', one),
				])
				return { ...one, events, looks, near: near[0] ?? null }
			})
			return { memberships: await Promise.all(whole) }
		}),
	)
}

export async function action({ request }: ActionFunctionArgs) {
	const transferId = String((await request.formData()).get('transferId'))
	return signedIn(request, async (user) => {
		await asUser(user, (db) => withdrawTransfer(db, transferId, true))
		throw redirect('/union/membership?done=withdrawn', 303)
	})
}

export default function Membership() {
	const { t } = useTranslation('membership')
	const { memberships } = useLoaderData<typeof loader>()
	return (
		<>
			<MemberDone />
			<PageTitle lead={t('own.lead')}>{t('titles.own')}</PageTitle>
			<Notice>{t('own.promise')}</Notice>
			{memberships.length === 0 ? (
				<>
					<EmptyState title={t('own.none')}>{t('own.noneHint')}</EmptyState>
					<LinkButton to="/union/join" tone="primary">
						{t('own.join')}
					</LinkButton>
				</>
			) : null}
			{memberships.map((one) => (
				<OwnMembership key={one.id} of={one} />
			))}
			<p className="mt-5">
				<LinkButton to="/my">{t('own.my')}</LinkButton>
			</p>
		</>
	)
}
