import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { ContactPanel } from '~/components/members/contact-panel'
import { MemberActions } from '~/components/members/member-actions'
import { MemberDone } from '~/components/members/member-done'
import { MemberFacts } from '~/components/members/member-facts'
import { MemberHistory } from '~/components/members/member-history'
import { MembershipBadge } from '~/components/members/membership-badge'
import { OpenTransfer } from '~/components/members/open-transfer'
import { Card } from '~/components/ui/card'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { asUser, readAs } from '~/db/db.server'
import { readHistory } from '~/domain/members/member-history.server'
import { getMember, openMember } from '~/domain/members/members.server'
import { withdrawTransfer } from '~/domain/members/transfers.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'members:titles.member' } satisfies PageHandle
/** The answer to a POST holds a phone number: no cache keeps it. */
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** Everything but the contact, which only an act brings out. */
export async function loader({ request, params: { organisationId = '', membershipId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [member, events] = await Promise.all([
				getMember(db, language, organisationId, membershipId),
				readHistory(db, language, membershipId),
			])
			return { ...member, events }
		}),
	)
}

/** `intent` says what: looking at the contact, which is written down, or withdrawing the open transfer. */
export async function action({ request, params: { organisationId = '', membershipId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const answer = await signedIn(request, (user) =>
		asUser(user, async (db) => {
			if (form.get('intent') !== 'withdraw') return { contact: await openMember(db, membershipId) }
			await withdrawTransfer(db, String(form.get('transferId')))
			return { contact: undefined }
		}),
	)
	if (!answer.data.contact) throw redirect(`/union/${organisationId}/members/${membershipId}?done=withdrawn`, 303)
	return data(answer.data, answer.init ?? undefined)
}

export default function MemberPage() {
	const { t } = useTranslation('members')
	const { events, ...member } = useLoaderData<typeof loader>()
	const contact = useActionData<typeof action>()?.contact
	const members = `/union/${member.organisationId}/members`
	return (
		<>
			{contact ? null : <MemberDone />}
			<PageTitle over={<TextLink to={members}>{t('title')}</TextLink>}>{member.name}</PageTitle>
			<p className="-mt-3 mb-5">
				<MembershipBadge state={member.state} />
			</p>
			{member.transfer ? <OpenTransfer transfer={member.transfer} /> : null}
			<MemberActions base={`${members}/${member.id}`} state={member.state} transferOpen={member.transfer !== null} />
			<div className="lg:grid lg:grid-cols-2 lg:items-start lg:gap-x-6">
				<div>
					<Card title={t('facts.title')}>
						<MemberFacts of={member} />
					</Card>
					<ContactPanel contact={contact} />
				</div>
				<MemberHistory events={events} />
			</div>
		</>
	)
}
