import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { StepDone } from '~/components/operator/step-done'
import { TriageList } from '~/components/operator/triage-list'
import { TriageTabs } from '~/components/operator/triage-tabs'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { listTriage, requireTriager } from '~/domain/triage/triage.server'
import { TRIAGE_VIEWS } from '~/domain/triage/triage-view'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'operator:titles.triage' } satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = new URL(request.url).searchParams
	const view = TRIAGE_VIEWS.find((known) => known === search.get('view')) ?? 'triage'
	const after = search.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [, list] = await Promise.all([requireTriager(db), listTriage(db, language, view, after)])
			return { ...list, view, first: after.length === 0 }
		}),
	)
}

export default function Triage() {
	const { t } = useTranslation('operator')
	const { items, next, view, first } = useLoaderData<typeof loader>()
	const [search] = useSearchParams()
	return (
		<>
			<StepDone done={search.get('done')} />
			<PageTitle lead={t('list.lead')}>{t('titles.triage')}</PageTitle>
			<TriageTabs current={view} />
			<TriageList items={items} view={view} first={first} next={next} />
		</>
	)
}
