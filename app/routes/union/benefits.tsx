import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HelpPromise } from '~/components/benefits/benefit-parts'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAsVisitor } from '~/db/db.server'
import { listBenefits } from '~/domain/benefits/benefits.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'benefits:title', scripts: false } satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return { benefits: await readAsVisitor((db) => listBenefits(db, language)) }
}

export default function Benefits() {
	const { t } = useTranslation('benefits')
	const { benefits } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={t('lead')}>{t('title')}</PageTitle>
			<HelpPromise />
			{benefits.map(({ code, name, text, sure, confirmWith }) => (
				<Card key={code} title={name}>
					<p className="mb-2">{text}</p>
					{sure ? null : <p className="mb-1 text-muted">{t('confirm', { who: confirmWith })}</p>}
					<TextLink to={`/union/benefits/${code}`} tall aria-label={`${name}: ${t('read')}`}>
						{t('read')}
					</TextLink>
				</Card>
			))}
			<p className="flex flex-wrap items-center gap-x-5 gap-y-3">
				<LinkButton to="/union/join">{t('join')}</LinkButton>
				<TextLink to="/union/card" tall>
					{t('card')}
				</TextLink>
			</p>
		</>
	)
}
