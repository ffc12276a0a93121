import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { PrintButton } from '~/components/ui/print-button'
import { TextLink } from '~/components/ui/text-link'
import { CampaignPoster } from '~/components/union/campaign-poster'
import { readAs } from '~/db/db.server'
import { joinPath } from '~/domain/campaigns/campaign-code'
import { findCampaign } from '~/domain/campaigns/campaigns.server'
import { findMyUnion } from '~/domain/organisations/officer.server'
import { webEnv } from '~/env.server'

/** A sheet of its own, without the frame of the staff's pages: that is what is printed. */
export const handle = { title: 'campaigns:titles.poster', frame: 'staff', scripts: false } satisfies PageHandle

export const loader = ({ request, params: { organisationId = '', campaignId = '' } }: LoaderFunctionArgs) =>
	signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [zh, en] = [await findMyUnion(db, 'zh-CN', organisationId), await findMyUnion(db, 'en', organisationId)]
			const { name, code, station } = await findCampaign(db, zh.id, campaignId)
			const address = `${webEnv().APP_URL}${joinPath(code)}`.replace(/^https?:\/\//, '')
			return { name, code, station, address, union: { 'zh-CN': zh.name, en: en.name } }
		}),
	)

export default function Poster() {
	const { t } = useTranslation('campaigns')
	const poster = useLoaderData<typeof loader>()
	return (
		<main id="main" tabIndex={-1} className="px-4 py-4 print:p-0">
			<div className="mx-auto mb-4 flex max-w-3xl flex-wrap items-center gap-x-5 print:hidden">
				<TextLink to=".." relative="path" reloadDocument tall>
					{t('poster.back')}
				</TextLink>
				<PrintButton>{t('poster.print')}</PrintButton>
				<p className="text-muted">{t('poster.printHint')}</p>
			</div>
			<CampaignPoster {...poster} />
		</main>
	)
}
