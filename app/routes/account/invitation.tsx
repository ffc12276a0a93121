import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AcceptInvitation } from '~/components/account/accept-invitation'
import { JoinByInvitation } from '~/components/account/join-by-invitation'
import { InvitedAsAnother } from '~/components/account/invited-as-another'
import type { PageHandle } from '~/components/layout/page-handle'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { readInvitationLink } from '~/auth/invitation-link.server'
import { refusable } from '~/auth/refusals.server'
import { findAccount, signUp } from '~/auth/sign-in.server'
import { refuseSignUp } from '~/auth/sign-up-refusal.server'
import { asUser, readAs, readAsVisitor } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { acceptInvitation, readInvitation } from '~/domain/organisations/invitations.server'
import { listMyRoles } from '~/domain/organisations/roles.server'
import { AcceptSchema, JoinSchema } from '~/domain/people/account.schema'
import { findMyName } from '~/domain/people/people.server'
import { webEnv } from '~/env.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'

export const handle = { title: 'account:titles.invitation' } satisfies PageHandle

const over = () => data({ messageKey: 'account:errors.invitationOver' }, { status: 410 })

/** Whoever holds the link learns who invites whom, and as what: no more than the letter says. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const link = readInvitationLink(params.token)
	const invitation = link && (await readAsVisitor((db) => readInvitation(db, language, link.id, link.tokenHash)))
	if (!invitation) throw over()
	const { account, headers } = await findAccount(request)
	const name = account ? await readAs({ role: 'authenticated', sub: account.userId }, findMyName) : null
	const mine = account?.email === invitation.email
	return data(
		{ invitation, path: `/invitations/${params.token}`, email: account?.email ?? null, mine, name },
		{ headers },
	)
}

/** Signed in: takes it up. Not signed in: makes the account first, and takes it up at once where no letter has to be confirmed. */
export async function action({ request, params }: ActionFunctionArgs) {
	const language = await localeOf(request)
	const link = readInvitationLink(params.token)
	if (!link) throw over()
	const formData = await request.formData()
	const { account, headers } = await findAccount(request)
	if (account) {
		const parsed = parseForm(formData, AcceptSchema)
		if (!parsed.ok) return data(parsed.reply, { status: 422, headers })
		return accept(account.userId, parsed.data.name, headers)
	}
	const invitation = await readAsVisitor((db) => readInvitation(db, language, link.id, link.tokenHash))
	if (!invitation) throw over()
	const parsed = parseForm(formData, JoinSchema)
	if (!parsed.ok) return refuseSignUp(parsed.reply)
	const { name, password } = parsed.data
	const answer = await signUp(request, invitation.email, password, `${webEnv().APP_URL}/invitations/${params.token}`)
	if (answer.outcome === 'in') return accept(answer.userId, name, answer.headers)
	if (answer.outcome === 'confirm') return data({ confirm: invitation.email }, { headers: answer.headers })
	return refuseSignUp({ values: { name }, errors: {} }, answer.outcome)

	async function accept(userId: string, name: string, cookies: Headers): Promise<never> {
		const joined = asUser({ role: 'authenticated', sub: userId }, async (db) => {
			const organisationId = await acceptInvitation(db, link!, name, language)
			return (await listMyRoles(db, language)).find((role) => role.organisationId === organisationId)?.to
		}).catch((error: unknown) => {
			throw toAppError(error)?.code === 'notFound' ? over() : error // used or taken back since the page was shown
		})
		const to = await refusable(() => joined, cookies)
		throw redirect(to ?? '/roles', { status: 303, headers: cookies })
	}
}

export default function Invitation() {
	const { t } = useTranslation(['account', 'cases'])
	const { invitation, path, email, mine, name } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	if (reply && 'confirm' in reply)
		return (
			<>
				<PageTitle>{t('invitation.confirmTitle')}</PageTitle>
				<p className="mb-4">{t('invitation.confirm', { email: reply.confirm })}</p>
				<Notice>{t('invitation.confirmNothing')}</Notice>
			</>
		)
	const roles = invitation.roles.map((role) => t(`cases:roles.${role}`))
	return (
		<>
			<PageTitle>{t('invitation.title', { organisation: invitation.organisation })}</PageTitle>
			<Card>
				<DescriptionList
					facts={[
						{ term: t('invitation.roles'), value: roles.join(' · ') },
						{ term: t('invitation.email'), value: invitation.email },
					]}
				/>
			</Card>
			{mine ? <AcceptInvitation name={name} reply={reply} /> : null}
			{!mine && email ? <InvitedAsAnother email={email} invited={invitation.email} path={path} /> : null}
			{!mine && !email ? <JoinByInvitation path={path} email={invitation.email} reply={reply} /> : null}
		</>
	)
}
