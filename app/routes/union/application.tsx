import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { ApplicationHistory } from '~/components/join/application-history'
import { ApplicationStateBadge } from '~/components/join/application-state-badge'
import type { PageHandle } from '~/components/layout/page-handle'
import { ApplicationFacts } from '~/components/review/application-facts'
import { DoublesList } from '~/components/review/doubles-list'
import { ReviewDone } from '~/components/review/review-done'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAs } from '~/db/db.server'
import { isMember } from '~/domain/members/application-doubles'
import { listDoubles, readApplication } from '~/domain/members/review.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'join:review.titles.one', scripts: false } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', applicationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const one = await readApplication(db, language, organisationId, applicationId)
			const doubles = one.state === 'submitted' ? await listDoubles(db, organisationId, [one.id]) : []
			return { organisationId, one, doubles, done: new URL(request.url).searchParams.get('done') }
		}),
	)
}

export default function Application() {
	const { t } = useTranslation('join')
	const { organisationId, one, doubles, done } = useLoaderData<typeof loader>()
	const base = `/union/${organisationId}`
	const here = `${base}/applications/${one.id}`
	return (
		<div className="max-w-3xl">
			<TextLink to={`${base}/applications`} tall>
				{t('review.facts.back')}
			</TextLink>
			<ReviewDone done={done} />
			<PageTitle over={one.reference}>{one.name ?? t('review.row.gone')}</PageTitle>
			<p className="mb-4">
				<ApplicationStateBadge state={one.state} />
			</p>
			{doubles.length > 0 ? (
				<Notice tone="wait" title={t('review.doubles.title')}>
					<DoublesList doubles={doubles} base={base} />
					{doubles.some(isMember) ? <p className="mt-2">{t('review.doubles.advice')}</p> : null}
				</Notice>
			) : null}
			{one.reason ? (
				<Notice title={`${t('review.facts.reason')} · ${one.reason}`}>
					{one.reasonNote ? <p className="whitespace-pre-line">{one.reasonNote}</p> : null}
				</Notice>
			) : null}
			{one.state === 'submitted' ? (
				<Card title={t('review.actions.title')}>
					<p className="flex flex-wrap gap-3">
						{doubles.some(isMember) ? null : (
							<LinkButton to={`${base}/applications/approve?id=${one.id}`} tone="primary">
								{t('review.actions.approve')}
							</LinkButton>
						)}
						<LinkButton to={`${here}/decide?as=returned`}>{t('review.actions.returned')}</LinkButton>
						<LinkButton to={`${here}/decide?as=rejected`} tone="danger">
							{t('review.actions.rejected')}
						</LinkButton>
						<LinkButton to={`${here}/reassign`}>{t('review.actions.reassign')}</LinkButton>
					</p>
				</Card>
			) : null}
			{one.state === 'returned' ? <p className="mb-5">{t('review.actions.returnedWaits')}</p> : null}
			<ApplicationFacts one={one} />
			<h2 className="mt-6 mb-2 text-lead font-bold">{t('review.facts.history')}</h2>
			<ApplicationHistory events={one.events} />
		</div>
	)
}
