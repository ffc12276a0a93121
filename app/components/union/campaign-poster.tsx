import { useTranslation } from 'react-i18next'
import { inHalves } from '~/domain/campaigns/campaign-code'
import { LOCALES } from '~/i18n/resources'

type Props = {
	code: string
	/** As it is typed: without https. */ address: string
	station: string | null
	union: Record<(typeof LOCALES)[number], string>
}
const PROMISES = ['steps', 'free', 'platform', 'help'] as const

/**
 * One sheet of A4 that says the same in both languages. Rendered on the server alone, where both are loaded: a page that shows it
 * ships no script and is led to with `reloadDocument`.
 */
export function CampaignPoster({ code, address, station, union }: Props) {
	const { i18n } = useTranslation()
	const [zh, en] = [i18n.getFixedT('zh-CN', 'campaigns'), i18n.getFixedT('en', 'campaigns')]
	const both = (key: 'scan' | 'type') => (
		<>
			<span lang="zh-CN" className="block">
				{zh(`poster.${key}`)}
			</span>
			<span lang="en" className="block">
				{en(`poster.${key}`)}
			</span>
		</>
	)
	return (
		<article className="poster">
			<header className="text-center">
				<h1>
					<span lang="zh-CN" className="poster-headline">
						{zh('poster.headline')}
					</span>
					<span lang="en" className="poster-second">
						{en('poster.headline')}
					</span>
				</h1>
				<p className="mt-3">
					<span lang="zh-CN" className="block text-lead font-bold">
						{union['zh-CN']}
					</span>
					<span lang="en" className="block">
						{union.en}
					</span>
				</p>
				{station ? <p className="mt-1 text-lead">{station}</p> : null}
			</header>
			<div className="my-4 text-center">
				<img src={`/union/qr/${code}.svg`} alt="" width="340" height="340" className="poster-code" />
				<p className="font-bold">{both('scan')}</p>
				<p className="mt-2">{both('type')}</p>
				<p className="font-mono font-bold break-all">{address}</p>
				<p className="mt-1">
					<span lang="zh-CN">{zh('poster.code')}</span> <span lang="en">{en('poster.code')}</span>{' '}
					<b className="font-mono text-lead">{inHalves(code)}</b>
				</p>
			</div>
			<div className="grid gap-4 sm:grid-cols-2 sm:gap-8 print:grid-cols-2">
				{LOCALES.map((locale) => (
					<ul key={locale} lang={locale} className="list-disc space-y-1 pl-5">
						{PROMISES.map((promise) => (
							<li key={promise}>{(locale === 'en' ? en : zh)(`poster.${promise}`)}</li>
						))}
					</ul>
				))}
			</div>
		</article>
	)
}
