import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HotlineButtons, HotlineList } from '~/components/hotlines'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { readAsVisitor } from '~/db/db.server'
import { listHotlines } from '~/domain/vocabulary/vocabulary.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'home:emergency.metaTitle', scripts: false } satisfies PageHandle

/** Where a dangerous answer leads: nothing here but numbers, and the way back once the person is safe. */
export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return { hotlines: await readAsVisitor((db) => listHotlines(db, language)) }
}

export default function Emergency() {
	const { t } = useTranslation('home')
	const { hotlines } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={t('emergency.lead')}>{t('emergency.title')}</PageTitle>
			<HotlineButtons hotlines={hotlines.filter(({ urgent }) => urgent)} />
			<h2 className="mt-8 mb-2 text-lead font-bold">{t('emergency.others')}</h2>
			<HotlineList hotlines={hotlines.filter(({ urgent }) => !urgent)} />
			<p className="mt-8 mb-3">{t('emergency.safe')}</p>
			<LinkButton to="/requests/new" reloadDocument>
				{t('ask')}
			</LinkButton>
		</>
	)
}
