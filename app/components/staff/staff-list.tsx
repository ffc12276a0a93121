import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SubmitButton } from '~/components/form/submit-button'
import { Details } from '~/components/ui/details'
import type { StaffMember } from '~/domain/organisations/staff.server'

/** Everybody who works there. Ending a role is asked for twice: it opens first, then says what follows. Posts `intent=end`. */
export function StaffList({ staff }: { staff: StaffMember[] }) {
	const { t } = useTranslation(['account', 'cases'])
	return (
		<section aria-labelledby="people">
			<h2 id="people" className="mb-3 text-lead font-bold">
				{t('account:staff.people')}
			</h2>
			<ul>
				{staff.map(({ userId, name, me, roles }) => (
					// not a region as a Card is: colleagues may have the same name, and landmarks may not
					<li key={userId} className="mb-4 rounded-card border border-line bg-card p-4 sm:p-5">
						<h3 className="mb-1 text-lead font-bold">
							{name ?? t('account:staff.noName')}
							{me ? <span className="ml-2 font-normal text-muted">{t('account:staff.you')}</span> : null}
						</h3>
						<p className="mb-2">{roles.map((role) => t(`cases:roles.${role}`)).join(' · ')}</p>
						{roles
							.filter((role) => !(me && role === 'administrator'))
							.map((role) => (
								<Details key={role} summary={t('account:staff.endRole', { role: t(`cases:roles.${role}`) })}>
									<p className="mb-3">{t('account:staff.endText')}</p>
									<Form method="post" reloadDocument>
										<input type="hidden" name="intent" value="end" />
										<input type="hidden" name="userId" value={userId} />
										<input type="hidden" name="role" value={role} />
										<SubmitButton tone="danger">{t('account:staff.endButton')}</SubmitButton>
									</Form>
								</Details>
							))}
					</li>
				))}
			</ul>
		</section>
	)
}
