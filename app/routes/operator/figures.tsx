import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { PublicationList } from '~/components/operator/publication-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { listPublications } from '~/domain/figures/republish.server'
import { requireAdministrator } from '~/domain/organisations/staff.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'republish:title', scripts: false } satisfies PageHandle

/** For administrators of the desk: what is published, and what is to be published again. */
export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const [before] = new URL(request.url).searchParams.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			await requireAdministrator(db)
			return listPublications(db, language, before ?? null)
		}),
	)
}

export default function Figures() {
	const { t } = useTranslation('republish')
	const [search] = useSearchParams()
	return (
		<div className="max-w-3xl">
			{search.get('done') === 'asked' ? (
				<Notice tone="good" announce>
					{t('done')}
				</Notice>
			) : null}
			<PageTitle lead={t('lead')}>{t('title')}</PageTitle>
			<PublicationList {...useLoaderData<typeof loader>()} />
		</div>
	)
}
