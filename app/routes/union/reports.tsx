import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn, signedInForm } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { ChooseReports } from '~/components/reports/choose-reports'
import { ReportList } from '~/components/reports/report-list'
import { Subscriptions } from '~/components/reports/subscriptions'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { asUser, readAs } from '~/db/db.server'
import { EVERYTHING } from '~/domain/reports/report-line'
import { listReportPlaces, listReports, listSubscriptions, subscribeReports } from '~/domain/reports/reports.server'
import { requireReader } from '~/domain/figures/reader.server'
import { SubscribeSchema } from '~/domain/reports/subscribe.schema'
import { localeOf } from '~/i18n/i18n.server'
import { LOCALES } from '~/i18n/resources'
import { parseForm } from '~/lib/form-data'

export const handle = { title: 'reports:title', scripts: false } satisfies PageHandle

/** For readers of figures. Without a wish the reports of one's own union are listed, in the language of the page. */
export async function loader({ request }: LoaderFunctionArgs) {
	const locale = await localeOf(request)
	const search = new URL(request.url).searchParams
	const after = search.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			await requireReader(db)
			const [places, subscriptions] = await Promise.all([listReportPlaces(db, locale), listSubscriptions(db, locale)])
			const language = LOCALES.find((one) => one === search.get('language')) ?? locale
			const asked = search.get('place')
			const wished = asked === EVERYTHING ? undefined : places.find(({ id, mine }) => (asked ? id === asked : mine))
			const listed = await listReports(db, wished?.id ?? null, language, after)
			return {
				...{ places, subscriptions, language, place: wished?.id ?? EVERYTHING, name: wished?.name ?? null },
				...{ ...listed, first: after.length === 0 },
			}
		}),
	)
}

/** One more letter. The same again changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
	const parsed = parseForm(await signedInForm(request), SubscribeSchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	const { place, language } = parsed.data
	return signedIn(request, async (user) => {
		await asUser(user, (db) => subscribeReports(db, place === EVERYTHING ? null : place, language))
		throw redirect(`/union/reports?${new URLSearchParams({ place, language, done: 'subscribed' })}`, 303)
	})
}

export default function Reports() {
	const { t } = useTranslation('reports')
	const { name, subscriptions, ...shown } = useLoaderData<typeof loader>()
	const [search] = useSearchParams()
	return (
		<div className="max-w-3xl">
			{search.get('done') === 'subscribed' ? (
				<Notice tone="good" announce>
					{t('done.subscribed')}
				</Notice>
			) : null}
			<PageTitle lead={t('lead')}>{t('title')}</PageTitle>
			<ChooseReports {...shown} />
			<h2 className="mb-2 text-lead font-bold">{name ?? t('everything')}</h2>
			<ReportList {...shown} />
			<Subscriptions {...shown} subscriptions={subscriptions} reply={useActionData<typeof action>()} />
		</div>
	)
}
