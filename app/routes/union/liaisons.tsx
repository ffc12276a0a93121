import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { LiaisonList } from '~/components/members/liaison-list'
import { MemberDone } from '~/components/members/member-done'
import { PendingInvitations } from '~/components/staff/pending-invitations'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { asUser, readAs } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { listLiaisons } from '~/domain/members/stations.server'
import { revokeInvitation } from '~/domain/organisations/invitations.server'
import { endStaffRole } from '~/domain/organisations/staff.server'
import { useUnion } from './union'

export const handle = { title: 'stations:titles.liaisons' } satisfies PageHandle

export const loader = ({ request, params: { organisationId = '' } }: LoaderFunctionArgs) =>
	signedIn(request, (user) => readAs(user, (db) => listLiaisons(db, organisationId)))

/** Ends a role or takes an invitation back. What is gone already, by a colleague or a second tap, is what was wished for. */
export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const revoke = form.get('intent') === 'revoke'
	const said = (name: string) => String(form.get(name) ?? '')
	return signedIn(request, async (user) => {
		try {
			await asUser(user, (db) =>
				revoke
					? revokeInvitation(db, said('invitationId'))
					: endStaffRole(db, organisationId, { userId: said('userId'), role: 'liaison' }),
			)
		} catch (error) {
			if (toAppError(error)?.code !== 'notFound') throw error
			throw redirect(`/union/${organisationId}/stations/liaisons`, 303)
		}
		throw redirect(`/union/${organisationId}/stations/liaisons?done=${revoke ? 'revoked' : 'roleEnded'}`, 303)
	})
}

export default function Liaisons() {
	const { t } = useTranslation('stations')
	const { organisationId, organisationName } = useUnion()
	const { liaisons, pending } = useLoaderData<typeof loader>()
	return (
		<div className="max-w-2xl">
			<MemberDone />
			<PageTitle over={organisationName} lead={t('liaisons.lead')}>
				{t('titles.liaisons')}
			</PageTitle>
			<p className="mb-6">
				<LinkButton to={`/staff/${organisationId}/invite`} tone="primary">
					{t('liaisons.invite')}
				</LinkButton>
			</p>
			<LiaisonList liaisons={liaisons} />
			<PendingInvitations pending={pending} />
			<p className="mt-4">
				<TextLink to={`/union/${organisationId}/stations`} tall>
					{t('liaisons.back')}
				</TextLink>
			</p>
		</div>
	)
}
