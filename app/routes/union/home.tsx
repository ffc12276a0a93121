import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { Card } from '~/components/ui/card'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAs } from '~/db/db.server'
import { listMyRoles } from '~/domain/organisations/roles.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'

export const handle = { title: 'union:title' } satisfies PageHandle

const ROLES = ['officer', 'liaison', 'analyst'] as const
type UnionRole = (typeof ROLES)[number]
const isUnionRole = (role: string): role is UnionRole => ROLES.some((known) => known === role)

/** Where the caller works in unions; one place needs no choosing. Closed to everybody else. */
export const loader = ({ request }: LoaderFunctionArgs) =>
	signedIn(request, async (user) => {
		const language = await localeOf(request)
		const roles = await readAs(user, (db) => listMyRoles(db, language))
		const places = roles.flatMap(({ role, organisationId, organisationName, to }) =>
			isUnionRole(role) ? [{ role, organisationId, organisationName, to }] : [],
		)
		if (!places[0]) throw new AppError('forbidden')
		if (places.length === 1 && places[0].to !== '/union') throw redirect(places[0].to)
		return { organisationId: places[0].organisationId, places }
	})

function FigureLinks() {
	const { t } = useTranslation('union')
	return (
		<ul>
			{(['enrolment', 'outcomes'] as const).map((board) => (
				<li key={board}>
					<TextLink to={`/union/${board}`} tall>
						{t(`figures.${board}`)}
					</TextLink>
				</li>
			))}
			<li>
				<TextLink to="/union/reports" tall>
					{t('figures.reports')}
				</TextLink>
			</li>
			<li>
				<TextLink to="/union/figures/definitions" tall>
					{t('figures.definitions')}
				</TextLink>
			</li>
		</ul>
	)
}

export default function Unions() {
	const { t } = useTranslation('union')
	const { places } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle over={t('title')}>{t('choose')}</PageTitle>
			{places.map(({ role, organisationId, organisationName, to }) => (
				<Card key={`${organisationId} ${role}`} title={organisationName}>
					{role === 'analyst' ? (
						<FigureLinks />
					) : (
						<TextLink to={to} tall>
							{t(`to.${role}`)}
						</TextLink>
					)}
					{role === 'liaison' ? (
						<p>
							<TextLink to={`/union/${organisationId}/signup`} tall>
								{t('tabs.signup')}
							</TextLink>
						</p>
					) : null}
				</Card>
			))}
		</>
	)
}
