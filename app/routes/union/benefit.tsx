import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { refusable } from '~/auth/refusals.server'
import { HelpPromise, HowSure, MinMonths } from '~/components/benefits/benefit-parts'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAsVisitor } from '~/db/db.server'
import { findBenefit } from '~/domain/benefits/benefits.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'benefits:titles.benefit', scripts: false } satisfies PageHandle

export const loader = ({ request, params: { code = '' } }: LoaderFunctionArgs) =>
	refusable(async () => {
		const language = await localeOf(request)
		return readAsVisitor((db) => findBenefit(db, language, code))
	})

export default function BenefitPage() {
	const { t } = useTranslation('benefits')
	const { name, text, eligibility, minMonths, without, need, papers, ...sureness } = useLoaderData<typeof loader>()
	return (
		<>
			<TextLink to="/union/benefits" tall>
				{t('back')}
			</TextLink>
			<PageTitle lead={text}>{name}</PageTitle>
			<HowSure {...sureness} />
			<DescriptionList
				facts={[
					{ term: t('eligibility'), value: eligibility },
					{ term: t('months'), value: <MinMonths months={minMonths} /> },
					{ term: t('papers'), value: <PaperList papers={papers} /> },
				]}
			/>
			<p className="mt-6 mb-2">{t('claimText')}</p>
			<p className="mb-6">
				<LinkButton to={`/requests/new?${new URLSearchParams({ need })}`} tone="primary" reloadDocument>
					{t('claim')}
				</LinkButton>
			</p>
			<Notice title={t('without')}>{without}</Notice>
			<HelpPromise />
		</>
	)
}

type Papers = { papers: { code: string; name: string; hint: string | null }[] }
function PaperList({ papers }: Papers) {
	const { t } = useTranslation('benefits')
	if (papers.length === 0) return t('papersNone')
	return (
		<>
			<ul className="list-disc pl-5">
				{papers.map(({ code, name, hint }) => (
					<li key={code}>
						{name}
						{hint ? <span className="block text-muted">{hint}</span> : null}
					</li>
				))}
			</ul>
			<p className="mt-1 text-muted">{t('papersHint')}</p>
		</>
	)
}
