import { randomUUID } from 'node:crypto'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { hashOfInvitation, linkOfInvitation } from '~/auth/invitation-link.server'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { InvitationSent } from '~/components/staff/invitation-sent'
import { InviteForm } from '~/components/staff/invite-form'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { asUser, readAs } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { InvitationSchema } from '~/domain/organisations/invitation.schema'
import { inviteStaff } from '~/domain/organisations/invitations.server'
import { findInvitingOrganisation } from '~/domain/organisations/staff.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

export const handle = { title: 'account:titles.invite' } satisfies PageHandle
/** The answer may hold the link. */
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const { id, name, roles, staffsAll } = await readAs(user, (db) =>
			findInvitingOrganisation(db, language, organisationId),
		)
		const back = staffsAll ? `/staff/${id}` : `/union/${id}/stations/liaisons`
		return { organisationId: id, name, roles, back, language, invitationId: randomUUID() }
	})
}

/** Answers the link once, in the answer itself. The same form sent again is the same invitation. */
export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const form = await signedInForm(request)
	const parsed = parseForm(form, InvitationSchema)
	if (!parsed.ok) return data({ reply: parsed.reply }, { status: 422 })
	const { invitationId: id, email, roles, language } = parsed.data
	const invited = { id, email, roles, language, tokenHash: hashOfInvitation(id) }
	const refused = {
		values: formValues(form, InvitationSchema),
		errors: { roles: 'account:errors.rolesWrong' },
	} as const
	const answer = await signedIn(request, (user) =>
		asUser(user, (db) => inviteStaff(db, organisationId, invited)).then(
			() => ({ email, link: linkOfInvitation(id) }),
			(error: unknown): { reply: FormReply } => {
				if (toAppError(error)?.code === 'invalid') return { reply: refused }
				throw error
			},
		),
	)
	return 'reply' in answer.data ? data(answer.data, { ...answer.init, status: 422 }) : answer
}

export default function Invite() {
	const { t } = useTranslation('account')
	const { name, roles, back, language, invitationId } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<div className="max-w-2xl">
			{answer && 'link' in answer ? (
				<InvitationSent email={answer.email} link={answer.link} />
			) : (
				<>
					<PageTitle lead={t('invite.lead')}>{t('invite.title', { organisation: name })}</PageTitle>
					<InviteForm {...{ roles, language, invitationId }} reply={answer?.reply} />
				</>
			)}
			<p className="mt-4">
				<TextLink to={back} tall>
					{t('invite.back')}
				</TextLink>
			</p>
		</div>
	)
}
