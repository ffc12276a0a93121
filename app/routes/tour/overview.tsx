import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { refusable } from '~/auth/refusals.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { CopyText } from '~/components/tour/copy-text'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { DEMO_RECEIPT } from '~/domain/tour/demo-account'
import { listTours } from '~/domain/tour/tour.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'home:tour.title', scripts: false } satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return refusable(async () => ({ ...listTours(language), ...DEMO_RECEIPT }))
}

export default function Overview() {
	const { labels, tours, reference, code } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={labels.lead}>{labels.title}</PageTitle>
			<Notice>
				<p>{labels.invented}</p>
				<p className="text-small text-muted">{labels.startOver}</p>
			</Notice>
			<ol className="mb-8">
				{tours.map(({ role, name, wants }) => (
					<li key={role} className="road">
						<h2 className="font-bold">
							<TextLink to={`/tour/${role}`} tall>
								{name}
							</TextLink>
						</h2>
						<p className="text-muted">{wants}</p>
					</li>
				))}
			</ol>
			<Card>
				<p className="mb-2">{labels.receipts}</p>
				<DescriptionList
					facts={[
						{ term: labels.reference, value: <CopyText>{reference}</CopyText> },
						{ term: labels.code, value: <CopyText>{code}</CopyText> },
					]}
				/>
			</Card>
		</>
	)
}
