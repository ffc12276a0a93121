import { useTranslation } from 'react-i18next'
import { TextLink } from '~/components/ui/text-link'
import type { StaffedOrganisation } from '~/domain/organisations/staff.server'

/** For the desk's administrators: where else they may say who works. */
export function OtherOrganisations({ organisations }: { organisations: StaffedOrganisation[] }) {
	const { t } = useTranslation(['account', 'cases'])
	if (organisations.length === 0) return null
	return (
		<section aria-labelledby="others" className="mt-8">
			<h2 id="others" className="text-lead font-bold">
				{t('account:staff.others')}
			</h2>
			<p className="mb-2 text-muted">{t('account:staff.othersText')}</p>
			<ul className="divide-y divide-line border-y border-line">
				{organisations.map(({ id, name, kind }) => (
					<li key={id} className="flex flex-wrap items-center gap-x-4">
						<TextLink to={`/staff/${id}`} tall>
							{name}
						</TextLink>
						<span className="text-muted">{t(`cases:kinds.${kind}`)}</span>
					</li>
				))}
			</ul>
		</section>
	)
}
