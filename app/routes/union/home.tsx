import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '~/components/layout/page-handle'
import { Card } from '~/components/ui/card'
import { Icon } from '~/components/ui/icon'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { signedIn } from '~/auth/signed-in.server'
import { readAs } from '~/db/db.server'
import { listMyRoles } from '~/domain/organisations/roles.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'

export const handle = { title: 'union:title' } satisfies PageHandle

/** For officers and analysts of a union; closed to everybody else. */
export const loader = ({ request }: LoaderFunctionArgs) =>
	signedIn(request, async (user) => {
		const language = await localeOf(request)
		const roles = await readAs(user, (db) => listMyRoles(db, language))
		const unions = roles.filter(({ role }) => role === 'officer' || role === 'analyst')
		if (!unions[0]) throw new AppError('forbidden')
		const names = [...new Set(unions.map(({ organisationName }) => organisationName))]
		const desk = roles.find(({ role, kind }) => kind === 'union' && (role === 'caseworker' || role === 'manager'))
		return { organisationId: unions[0].organisationId, names, desk: desk?.to ?? null }
	})

const LATER = ['applications', 'members', 'campaigns', 'figures'] as const

export default function Union() {
	const { t } = useTranslation('union')
	const { names, desk } = useLoaderData<typeof loader>()
	return (
		<div className="max-w-2xl">
			<PageTitle over={t('title')} lead={t('lead')}>
				{names.join(' · ')}
			</PageTitle>
			<Card title={t('here')}>
				<p>{t('hereText')}</p>
				{desk ? (
					<TextLink to={desk} tall>
						{t('toDesk')}
					</TextLink>
				) : null}
			</Card>
			<Card title={t('notYet')}>
				<ul className="space-y-2">
					{LATER.map((part) => (
						<li key={part} className="flex gap-3">
							<Icon name="clock" className="mt-1 text-muted" />
							{t(`later.${part}`)}
						</li>
					))}
				</ul>
			</Card>
			<Notice>{t('promise')}</Notice>
		</div>
	)
}
