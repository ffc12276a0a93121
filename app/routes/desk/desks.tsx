import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { EmptyState } from '~/components/ui/empty-state'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAs } from '~/db/db.server'
import { listMyDesks } from '~/domain/cases/queue.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'desk:queue.title' } satisfies PageHandle

/** One desk needs no choosing. */
export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const desks = await readAs(user, (db) => listMyDesks(db, language))
		if (desks.length === 1) throw redirect(`/desk/${desks[0]!.organisationId}`)
		return { desks }
	})
}

export default function Desks() {
	const { t } = useTranslation(['desk', 'cases'])
	const { desks } = useLoaderData<typeof loader>()
	if (desks.length === 0) {
		return (
			<>
				<PageTitle>{t('desk:queue.title')}</PageTitle>
				<EmptyState title={t('desk:choose.none')}>
					<p className="mb-4">{t('desk:choose.noneHint')}</p>
					<LinkButton to="/roles">{t('desk:choose.roles')}</LinkButton>
				</EmptyState>
			</>
		)
	}
	return (
		<>
			<PageTitle lead={t('desk:choose.lead')}>{t('desk:choose.title')}</PageTitle>
			{desks.map(({ organisationId, organisationName, roles }) => (
				<Card key={organisationId}>
					<TextLink tall to={`/desk/${organisationId}`} className="text-lead font-bold">
						{organisationName}
					</TextLink>
					<p className="text-muted">{roles.map((role) => t(`cases:roles.${role}`)).join(' · ')}</p>
				</Card>
			))}
		</>
	)
}
