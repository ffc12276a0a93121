import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { SubmitButton } from '~/components/form/submit-button'
import type { PageHandle } from '~/components/layout/page-handle'
import { EmptyState } from '~/components/ui/empty-state'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { asUser, readAs } from '~/db/db.server'
import { findSubscription, unsubscribeReports } from '~/domain/reports/reports.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'reports:letters.endTitle', scripts: false } satisfies PageHandle

/** Where the link of a letter leads. Also for who may read no report any more; nobody ends somebody else's. */
export async function loader({ request, params: { subscriptionId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => ({
		subscription: await readAs(user, (db) => findSubscription(db, language, subscriptionId)),
	}))
}

export async function action({ request, params: { subscriptionId = '' } }: ActionFunctionArgs) {
	return signedIn(request, async (user) => {
		await asUser(user, (db) => unsubscribeReports(db, subscriptionId))
		throw redirect(`/union/reports/letters/${subscriptionId}`, 303)
	})
}

export default function EndLetters() {
	const { t } = useTranslation(['reports', 'common'])
	const { subscription } = useLoaderData<typeof loader>()
	return (
		<div className="max-w-2xl">
			<PageTitle>{t('reports:letters.endTitle')}</PageTitle>
			{subscription ? (
				<>
					<p className="mb-4">
						{t('reports:letters.about')}{' '}
						<b>
							{subscription.organisation ?? t('reports:everything')} · {t(`reports:languages.${subscription.language}`)}
						</b>
					</p>
					<Form method="post" reloadDocument>
						<SubmitButton>{t('reports:letters.end')}</SubmitButton>
					</Form>
				</>
			) : (
				<EmptyState title={t('reports:letters.ended')}>{t('reports:letters.endedHint')}</EmptyState>
			)}
			<p>
				<TextLink to="/union/reports" tall>
					{t('reports:back')}
				</TextLink>
			</p>
		</div>
	)
}
