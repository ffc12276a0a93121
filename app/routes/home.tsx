import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findDraftId } from '~/auth/draft-cookie.server'
import { findReceiptHolder } from '~/auth/receipt-cookie.server'
import { BegunChoices } from '~/components/filing/begun-choices'
import { SharedPhone } from '~/components/filing/shared-phone'
import { HowItGoes, OurPromise } from '~/components/home/what-to-expect'
import { HotlineButtons, HotlineList } from '~/components/hotlines'
import type { PageHandle } from '~/components/layout/page-handle'
import { TourLine } from '~/components/tour/tour-line'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { Details } from '~/components/ui/details'
import { Icon } from '~/components/ui/icon'
import { Notice } from '~/components/ui/notice'
import { TextLink } from '~/components/ui/text-link'
import { readAsVisitor } from '~/db/db.server'
import { tourIsOpen } from '~/domain/tour/tour.server'
import { readDraft } from '~/domain/requests/drafts.server'
import { firstUnanswered } from '~/domain/requests/filing'
import { STEPS, stepNumber } from '~/domain/requests/steps'
import { listHotlines } from '~/domain/vocabulary/vocabulary.server'
import { localeOf } from '~/i18n/i18n.server'

/** A page that is only read ships no script. */
export const handle = { title: 'home:metaTitle', scripts: false } satisfies PageHandle

/** Whoever brings no cookie costs one query. `at`: the question at which a begun request goes on. */
export async function loader({ request }: LoaderFunctionArgs) {
	const [language, draftId, receipt] = await Promise.all([
		localeOf(request),
		findDraftId(request),
		findReceiptHolder(request),
	])
	return readAsVisitor(async (db) => {
		const kept = draftId ? await readDraft(db, draftId) : null
		const at = kept && !kept.sent ? firstUnanswered(kept.answers, language) : null
		return { hotlines: await listHotlines(db, language), at, sent: Boolean(kept?.sent || receipt), tour: tourIsOpen() }
	})
}

export default function Home() {
	const { t } = useTranslation(['home', 'filing'])
	const { hotlines, at, sent, tour } = useLoaderData<typeof loader>()
	const cleared = useSearchParams()[0].has('cleared')
	return (
		<>
			{cleared ? (
				<Notice tone="good" announce title={t('filing:forget.done')}>
					<p>{t('filing:forget.doneText')}</p>
				</Notice>
			) : null}
			<section aria-labelledby="urgent" className="mb-7">
				<h2 id="urgent" className="mb-2 flex items-center gap-2 font-bold text-danger">
					<Icon name="alert" />
					{t('urgentTitle')}
				</h2>
				<HotlineButtons hotlines={hotlines.filter(({ urgent }) => urgent)} />
				<Details summary={t('otherNumbers')}>
					<HotlineList hotlines={hotlines.filter(({ urgent }) => !urgent)} />
				</Details>
			</section>

			<h1 className="text-title font-bold">
				<span className="block">{t('question')}</span> <span className="block">{t('answer')}</span>
			</h1>
			<p className="mt-2 mb-5 text-muted">{t('lead')}</p>
			{at ? (
				<Card title={t('filing:begin.title')}>
					<p>{t('filing:begin.at', { number: stepNumber(at), total: STEPS.length, step: t(`filing:${at}.title`) })}</p>
					<p className="mb-4 text-muted">{t('filing:begin.lead')}</p>
					<BegunChoices />
				</Card>
			) : null}
			<p className="mb-5 flex flex-col gap-3 sm:flex-row">
				{at ? null : (
					<LinkButton to="/requests/new" tone="primary" reloadDocument className="min-h-14 flex-1 text-lead">
						{t('ask')}
					</LinkButton>
				)}
				<LinkButton to="/track" className={`min-h-14 ${at ? '' : 'flex-1'}`}>
					{t('back')}
				</LinkButton>
			</p>
			{at || sent ? <SharedPhone sent={sent} /> : null}

			<HowItGoes />
			<OurPromise />
			<p className="flex flex-wrap gap-x-6 text-small">
				<TextLink to="/union/join" tall>
					{t('joinUnion')}
				</TextLink>
				<TextLink to="/my" tall>
					{t('account')}
				</TextLink>
				<TextLink to="/signin" tall>
					{t('staff')}
				</TextLink>
			</p>
			<TourLine open={tour} />
		</>
	)
}
