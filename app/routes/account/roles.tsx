import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Icon } from '~/components/ui/icon'
import { PageTitle } from '~/components/ui/page-title'
import { signedIn } from '~/auth/signed-in.server'
import { readAs } from '~/db/db.server'
import { listMyRoles } from '~/domain/organisations/roles.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'account:titles.roles' } satisfies PageHandle

export const loader = ({ request }: LoaderFunctionArgs) =>
	signedIn(request, async (user) => {
		const language = await localeOf(request)
		return { roles: await readAs(user, (db) => listMyRoles(db, language)) }
	})

export default function Roles() {
	const { t } = useTranslation(['account', 'cases'])
	const { roles } = useLoaderData<typeof loader>()
	if (roles.length === 0)
		return (
			<>
				<PageTitle>{t('roles.title')}</PageTitle>
				<EmptyState title={t('roles.none')}>
					<p className="mb-4">{t('roles.noneText')}</p>
					<LinkButton to="/my">{t('roles.toMy')}</LinkButton>
				</EmptyState>
			</>
		)
	return (
		<>
			<PageTitle lead={t('roles.lead')}>{t('roles.title')}</PageTitle>
			<ul className="max-w-2xl space-y-3">
				{roles.map(({ organisationId, organisationName, kind, role, to }) => {
					const later = to === '/roles' // its pages are not there yet
					const text = (
						<span className="min-w-0 flex-1">
							<b className="block">{t(`cases:roles.${role}`)}</b>
							<span className="block text-muted">
								{organisationName} · {t(`cases:kinds.${kind}`)}
							</span>
							{later ? <span className="block text-muted">{t('roles.directoryLater')}</span> : null}
						</span>
					)
					const look = 'flex min-h-14 items-center gap-3 rounded-card border bg-card px-4 py-3'
					return (
						<li key={`${organisationId} ${role}`}>
							{later ? (
								<div className={`${look} border-dashed border-control`}>{text}</div>
							) : (
								<Link to={to} className={`${look} border-control hover:bg-accent-soft`}>
									{text}
									<Icon name="next" className="text-accent" />
								</Link>
							)}
						</li>
					)
				})}
			</ul>
		</>
	)
}
