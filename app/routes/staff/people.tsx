import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { OtherOrganisations } from '~/components/staff/other-organisations'
import { PendingInvitations } from '~/components/staff/pending-invitations'
import { StaffList } from '~/components/staff/staff-list'
import { LinkButton } from '~/components/ui/button'
import { MoreLink } from '~/components/ui/more-link'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { asUser, readAs } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { listPendingInvitations, revokeInvitation } from '~/domain/organisations/invitations.server'
import { STAFF_ROLES } from '~/domain/organisations/staff-role'
import {
	endStaffRole,
	findStaffedOrganisation,
	listOtherOrganisations,
	listStaff,
} from '~/domain/organisations/staff.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'

export const handle = { title: 'account:titles.staff' } satisfies PageHandle

/** For managers and administrators of the organisation, and the desk's administrators; not there for anybody else. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const after = new URL(request.url).searchParams.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { id, name, kind } = await findStaffedOrganisation(db, language, organisationId)
			const [{ staff, next }, pending, others] = await Promise.all([
				listStaff(db, id, after),
				listPendingInvitations(db, id),
				kind === 'operator' ? listOtherOrganisations(db, language) : [],
			])
			return { organisationId: id, name, staff, next, pending, others }
		}),
	)
}

/** Ends a role or takes an invitation back. Done before, by a colleague or a second tap, it shows how things stand. */
export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const form = await signedInForm(request)
	const said = (name: string) => String(form.get(name) ?? '')
	const role = STAFF_ROLES.find((known) => known === said('role'))
	return signedIn(request, async (user) => {
		const back = (done: string) => redirect(`/staff/${organisationId}?done=${done}`, 303)
		await readAs(user, (db) => findStaffedOrganisation(db, 'zh-CN', organisationId))
		try {
			await asUser(user, async (db) => {
				if (said('intent') === 'revoke') return revokeInvitation(db, said('invitationId'))
				if (!role) throw new AppError('invalid')
				return endStaffRole(db, organisationId, { userId: said('userId'), role })
			})
		} catch (error) {
			const code = toAppError(error)?.code
			if (code === 'notFound') throw back('already')
			if (code === 'invalid' && role === 'administrator') throw back('notYourself')
			throw error
		}
		throw back(said('intent') === 'revoke' ? 'revoked' : 'ended')
	})
}

const SAID = {
	ended: { tone: 'good', key: 'staff.ended' },
	revoked: { tone: 'good', key: 'staff.revoked' },
	already: { tone: 'wait', key: 'errors.alreadyGone' },
	notYourself: { tone: 'danger', key: 'errors.notYourself' },
} as const

export default function People() {
	const { t } = useTranslation('account')
	const { organisationId, name, staff, next, pending, others } = useLoaderData<typeof loader>()
	const done = useSearchParams()[0].get('done')
	const said = done && Object.hasOwn(SAID, done) ? SAID[done as keyof typeof SAID] : null
	return (
		<>
			{said ? (
				<Notice tone={said.tone} announce>
					{t(said.key)}
				</Notice>
			) : null}
			<PageTitle>{t('staff.title', { organisation: name })}</PageTitle>
			<p className="mb-6">
				<LinkButton to={`/staff/${organisationId}/invite`} tone="primary">
					{t('staff.invite')}
				</LinkButton>
			</p>
			<StaffList staff={staff} />
			{next ? <MoreLink after={next} /> : null}
			<PendingInvitations pending={pending} />
			<OtherOrganisations organisations={others} />
		</>
	)
}
