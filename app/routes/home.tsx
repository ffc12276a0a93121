import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HotlineButtons, HotlineList } from '~/components/hotlines'
import type { PageHandle } from '~/components/layout/page-handle'
import { TourLine } from '~/components/tour/tour-line'
import { LinkButton } from '~/components/ui/button'
import { Details } from '~/components/ui/details'
import { Icon, type IconName } from '~/components/ui/icon'
import { TextLink } from '~/components/ui/text-link'
import { readAsVisitor } from '~/db/db.server'
import { tourIsOpen } from '~/domain/tour/tour.server'
import { listHotlines } from '~/domain/vocabulary/vocabulary.server'
import { localeOf } from '~/i18n/i18n.server'

/** A page that is only read ships no script. */
export const handle = { title: 'home:metaTitle', scripts: false } satisfies PageHandle

export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return { hotlines: await readAsVisitor((db) => listHotlines(db, language)), tour: tourIsOpen() }
}

const STEPS = ['tell', 'find', 'follow'] as const
const PROMISES: Record<'choose' | 'before' | 'looked' | 'stop' | 'member', IconName> = {
	choose: 'share',
	before: 'lock',
	looked: 'eye',
	stop: 'close',
	member: 'people',
}

export default function Home() {
	const { t } = useTranslation('home')
	const { hotlines, tour } = useLoaderData<typeof loader>()
	return (
		<>
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
			<p className="mb-9 flex flex-col gap-3 sm:flex-row">
				<LinkButton to="/requests/new" tone="primary" reloadDocument className="min-h-14 flex-1 text-lead">
					{t('ask')}
				</LinkButton>
				<LinkButton to="/track" className="min-h-14 flex-1">
					{t('back')}
				</LinkButton>
			</p>

			<h2 className="mb-4 text-lead font-bold">{t('stepsTitle')}</h2>
			<ol className="mb-9">
				{STEPS.map((step) => (
					<li key={step} className="road">
						<h3 className="font-bold">{t(`steps.${step}.title`)}</h3>
						<p className="text-muted">{t(`steps.${step}.text`)}</p>
					</li>
				))}
			</ol>

			<h2 id="promise" className="mb-2 text-lead font-bold">
				{t('promiseTitle')}
			</h2>
			<ul className="mb-8 divide-y divide-line border-y border-line">
				{Object.entries(PROMISES).map(([promise, icon]) => (
					<li key={promise} className="flex gap-3 py-3">
						<Icon name={icon} className="mt-1 text-accent" />
						{t(`promise.${promise as keyof typeof PROMISES}`)}
					</li>
				))}
			</ul>
			<p className="flex flex-wrap gap-x-6 text-small">
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
