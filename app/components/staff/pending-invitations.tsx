import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SubmitButton } from '~/components/form/submit-button'
import { EmptyState } from '~/components/ui/empty-state'
import { TimeText } from '~/components/ui/time-text'
import type { Pending } from '~/domain/organisations/invitations.server'

/** Links that still work, each of which can be taken back. Posts `intent=revoke`. */
export function PendingInvitations({ pending }: { pending: Pending[] }) {
	const { t } = useTranslation(['account', 'cases'])
	return (
		<section aria-labelledby="pending" className="mt-8">
			<h2 id="pending" className="mb-3 text-lead font-bold">
				{t('account:staff.pending')}
			</h2>
			{pending.length === 0 ? (
				<EmptyState title={t('account:staff.pendingNone')}>{t('account:staff.pendingNoneText')}</EmptyState>
			) : (
				<ul className="divide-y divide-line border-y border-line">
					{pending.map(({ id, email, roles, expiresAt }) => (
						<li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
							<div className="min-w-0">
								<p className="font-bold break-all">{email}</p>
								<p>{roles.map((role) => t(`cases:roles.${role}`)).join(' · ')}</p>
								<p className="text-small text-muted">
									{t('account:staff.until')} <TimeText at={expiresAt} />
								</p>
							</div>
							<Form method="post" reloadDocument>
								<input type="hidden" name="intent" value="revoke" />
								<input type="hidden" name="invitationId" value={id} />
								<SubmitButton tone="quiet">
									<span aria-hidden="true">{t('account:staff.revokeButton')}</span>
									<span className="sr-only">{t('account:staff.revoke', { email })}</span>
								</SubmitButton>
							</Form>
						</li>
					))}
				</ul>
			)}
		</section>
	)
}
